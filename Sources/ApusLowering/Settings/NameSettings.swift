import ApusModel
import ApusSource

/// The settings that name something of the document; it notes which of them matched.
final class NameSettings {
    private var renames: NameTable<String>
    private var types: NameTable<String>
    private var formats: NameTable<String>
    private var closedEnums: NameTable<Bool>
    private var conformances: NameTable<[String]>
    private var attributes: NameTable<[String]>
    private var identities: NameTable<String>

    init(_ options: LoweringOptions) {
        renames = NameTable(options.rename, hasPatterns: true)
        types = NameTable(options.types)
        conformances = NameTable(options.conformances, hasPatterns: true)
        attributes = NameTable(options.attributes, hasPatterns: true)
        identities = NameTable(options.identity, hasPatterns: true)
        formats = NameTable(options.formats)
        closedEnums = NameTable(Dictionary(uniqueKeysWithValues: options.closedEnums.map { ($0, true) }))
    }

    /// `rename`: the Swift name for a path such as `Contact`, `Contact.status`, `listContacts.limit`.
    func name(of path: String) -> String? {
        renames.find(path).map { NamePattern.fill($0.value, with: $0.matches) }
    }

    /// `types`: the Swift type that replaces a schema.
    func type(of path: String) -> String? {
        types.find(path)?.value
    }

    /// `formats`: the Swift type of a format.
    func type(ofFormat format: String) -> String? {
        formats.find(format)?.value
    }

    func isClosed(_ path: String) -> Bool {
        closedEnums.find(path)?.value ?? false
    }

    /// `conformances` and `attributes` of a type, each once.
    ///
    /// - Parameter kind: The keyword of the declaration, which `kind:struct` names.
    func additions(to path: String, kind: String) -> (conformances: [String], attributes: [String]) {
        let names = [path, "kind:" + kind]
        return (
            Self.unique(names.flatMap { conformances.findAll($0).joined() }),
            Self.unique(names.flatMap { attributes.findAll($0).joined() })
        )
    }

    /// `identity`: the member that identifies the values of a struct or a union.
    func identity(of path: String) -> IdentityRule? {
        identities.find(path).map { IdentityRule(setting: $0.entry, key: $0.value, isPattern: $0.entry != path) }
    }

    private static func unique(_ texts: [String]) -> [String] {
        var seen: Set<String> = []
        return texts.filter { seen.insert($0).inserted }
    }

    /// Settings that matched nothing, with the names that were looked up.
    var unmatched: [(key: Setting.Key, names: [String], known: Set<String>)] {
        [
            (.rename, renames.unused, renames.asked), (.types, types.unused, types.asked),
            (.formats, formats.unused, formats.asked), (.closedEnums, closedEnums.unused, closedEnums.asked),
            (.conformances, conformances.unused, conformances.asked),
            (.attributes, attributes.unused, attributes.asked),
            (.identity, identities.unused, identities.asked),
        ]
    }
}
