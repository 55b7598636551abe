import ApusModel
import ApusSchemas
import ApusSource
import ApusSpec

/// Names and descriptions of enum members, from these extensions:
/// - lists in the order of `enum`, or mappings by value: `x-enum-varnames`, `x-enumNames`, `x-enum-names`,
///   `x-speakeasy-enums`;
/// - lists of members with `name`, `description` and sometimes `value`: `x-enum-elements`, `x-ms-enum`;
/// - a mapping from each value to its name and description: `x-fern-enum`.
struct EnumNames {
    private var names: [String?] = []
    private var descriptions: [String?] = []
    private var namesByValue: [String: String] = [:]
    private var descriptionsByValue: [String: String] = [:]

    /// - Parameter described: Names and documentation that the schema itself has for its values, in their order. Lists of
    ///   Apus's first kind of extension replace them.
    init(_ schema: Schema, _ described: [JoinedEnum.Value] = []) {
        let extensions = schema.extensions
        if extensions[Self.nameKeys[0]] == nil, described.contains(where: { $0.name != nil }) {
            names = described.map(\.name)
        }
        if extensions[Self.descriptionKeys[0]] == nil, described.contains(where: { $0.documentation != nil }) {
            descriptions = described.map(\.documentation)
        }
        if extensions.entries.isEmpty { return }
        for key in Self.nameKeys {
            guard let node = extensions[key] else { continue }
            if names.isEmpty { names = Self.list(node) }
            namesByValue.merge(Self.map(node)) { first, _ in first }
        }
        for key in Self.descriptionKeys {
            guard let node = extensions[key] else { continue }
            if descriptions.isEmpty { descriptions = Self.list(node) }
            descriptionsByValue.merge(Self.map(node)) { first, _ in first }
        }
        let elements = extensions["x-enum-elements"]?.sequence ?? extensions["x-ms-enum"]?["values"]?.sequence ?? []
        for (index, element) in elements.enumerated() { read(element, at: index) }
        for entry in extensions["x-fern-enum"]?.mapping?.entries ?? [] {
            namesByValue[entry.key] = entry.value["name"]?.string
            descriptionsByValue[entry.key] = entry.value["description"]?.string
        }
    }

    private static let nameKeys = ["x-enum-varnames", "x-enumNames", "x-enum-names", "x-speakeasy-enums"]
    private static let descriptionKeys = [
        "x-enum-descriptions", "x-enumDescriptions", "x-speakeasy-enum-descriptions", "x-enum-comments",
    ]

    /// A member with its value, or by position.
    private mutating func read(_ element: SourceNode, at index: Int) {
        let name = element["name"]?.string ?? element.string
        let description = element["description"]?.string
        if let value = element["value"].map(Self.text) {
            namesByValue[value] = name
            descriptionsByValue[value] = description
            return
        }
        while names.count <= index { names.append(nil) }
        while descriptions.count <= index { descriptions.append(nil) }
        names[index] = names[index] ?? name
        descriptions[index] = descriptions[index] ?? description
    }

    /// nil without a name, or for one without a letter or digit.
    func name(at index: Int, of value: String) -> String? {
        guard let name = namesByValue[value] ?? (index < names.count ? names[index] : nil) else { return nil }
        return Words(name).words.isEmpty ? nil : name
    }

    /// Comments may also be keyed by the member's name.
    func doc(at index: Int, of value: String) -> Doc {
        let text =
            descriptionsByValue[value] ?? (index < descriptions.count ? descriptions[index] : nil)
            ?? name(at: index, of: value).flatMap { descriptionsByValue[$0] }
        return Doc(summary: Lowerer.clean(text).map { ProseLimit.cut($0, pointer: nil) })
    }

    /// The default name, derived from the value.
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
