/// Words that are not valid as plain identifiers where a name is declared or used.
enum Keywords {
    /// Puts backticks around a name that Swift reserves: `default` → `` `default` ``, `name` → `name`.
    static func escape(_ name: String) -> String {
        reserved.contains(name) ? "`\(name)`" : name
    }

    /// The Swift Programming Language, "Keywords and Punctuation", and `await`, which an expression cannot begin with.
    private static let reserved: Set<String> = [
        "associatedtype", "await", "class", "deinit", "enum", "extension", "fileprivate", "func", "import", "init",
        "inout",
        "internal", "let", "operator", "private", "precedencegroup", "protocol", "public", "rethrows", "static",
        "struct",
        "subscript", "typealias", "var", "break", "case", "catch", "continue", "default", "defer", "do", "else",
        "fallthrough", "for", "guard", "if", "in", "repeat", "return", "throw", "switch", "where", "while", "Any", "as",
        "false", "is", "nil", "self", "Self", "super", "throws", "true", "try", "_",
    ]
}
