/// The tags that mean the same in every template of a module: those that begin with a capital are names of the vocabulary
/// (`{{APIObject}}`), `{{access}}` is `public `, `{{hidden}}` precedes members that only the runtime calls. No context has tags of
/// these names.
struct CommonTags {
    let vocabulary: Vocabulary
    let access: String
    /// The attribute that keeps a public member out of the documentation, and the start of the next line, one level in; nothing where no
    /// member is public.
    let hidden: String
    /// Whether models are not `Hashable` and `Codable`.
    private let isMinimal: Bool

    init(vocabulary: Vocabulary, access: String, isMinimal: Bool) {
        self.vocabulary = vocabulary
        self.access = access
        self.isMinimal = isMinimal
        hidden = access == "public " ? Self.attribute + "\n    " : ""
    }

    static let attribute = "@_documentation(visibility: internal)"

    subscript(name: String) -> String {
        switch name {
        case "access": access
        case "hidden": hidden
        default:
            (isMinimal ? Self.minimal[name] : nil)?.map { vocabulary[$0] }.joined(separator: ", ") ?? vocabulary[name]
        }
    }

    /// The protocols of a model that is only read and written. Its description remains, because it hides secrets.
    private static let minimal = [
        "APIObject": ["ObjectCoding", "CustomStringConvertible"], "APIUnion": ["UnionCoding"],
        "APITuple": ["TupleCoding"],
    ]

    /// The words that are no names of types.
    static let own: Set<String> = ["access", "hidden"]

    static func isWord(_ name: String) -> Bool {
        guard let first = name.utf8.first else { return false }
        return (0x41...0x5A).contains(first) || own.contains(name)
    }
}
