/// The tags with the same meaning in every template of a module: tags that begin with a capital are names of the
/// vocabulary (`{{APIObject}}`), `{{access}}` is `public `. No context has tags with these names.
struct ModuleWords {
    let vocabulary: Vocabulary
    let access: String

    subscript(name: String) -> String { name == "access" ? access : vocabulary[name] }

    static func isWord(_ name: String) -> Bool {
        guard let first = name.utf8.first else { return false }
        return (0x41...0x5A).contains(first) || name == "access"
    }
}
