import ApusModel
import ApusSource
import ApusSpec

/// Names and descriptions of enum members from the extensions that are in use: `x-enum-varnames` and `x-enumNames` (lists in the order of
/// `enum`), `x-enum-descriptions` (a list, or a mapping by value) and `x-ms-enum` (`values` with value, name, description).
struct EnumNames {
    private var names: [String?]
    private var descriptions: [String?]
    private var namesByValue: [String: String] = [:]
    private var descriptionsByValue: [String: String] = [:]

    init(_ schema: Schema) {
        let extensions = schema.extensions
        guard !extensions.entries.isEmpty else {
            (names, descriptions) = ([], [])
            return
        }
        names = EnumNames.list(extensions["x-enum-varnames"] ?? extensions["x-enumNames"] ?? extensions["x-enum-names"])
        descriptions = EnumNames.list(extensions["x-enum-descriptions"] ?? extensions["x-enumDescriptions"])
        namesByValue = EnumNames.map(extensions["x-enum-varnames"])
        descriptionsByValue = EnumNames.map(extensions["x-enum-descriptions"] ?? extensions["x-enumDescriptions"])
        for entry in extensions["x-ms-enum"]?["values"]?.sequence ?? [] {
            guard let value = entry["value"].map(EnumNames.text) else { continue }
            namesByValue[value] = entry["name"]?.string
            descriptionsByValue[value] = entry["description"]?.string
        }
    }

    func name(at place: Int, of value: String) -> String? {
        namesByValue[value] ?? (place < names.count ? names[place] : nil)
    }

    func doc(at place: Int, of value: String) -> Doc {
        Doc(summary: descriptionsByValue[value] ?? (place < descriptions.count ? descriptions[place] : nil))
    }

    /// The name without help: made from the value.
    static func provisional(for raw: LiteralValue) -> String {
        switch raw {
        case .integer(let text), .double(let text): Identifiers.enumCase(number: text)
        default: raw.text
        }
    }

    private static func list(_ node: SourceNode?) -> [String?] {
        (node?.sequence ?? []).map(\.string)
    }

    private static func map(_ node: SourceNode?) -> [String: String] {
        var map: [String: String] = [:]
        for entry in node?.mapping?.entries ?? [] { map[entry.key] = entry.value.string }
        return map
    }

    private static func text(_ node: SourceNode) -> String {
        node.string ?? node.number?.text ?? ""
    }
}
