/// Diagnostics common to the YAML and the JSON reader.
extension Diagnostic {
    /// - Parameter usesFirst: True for keys of several mappings that are read as one.
    public static func duplicateKey(
        _ key: String, at mark: SourceMark, pointer: String? = nil, first: SourceMark, usesFirst: Bool = false
    ) -> Diagnostic {
        Diagnostic(
            id: "duplicate-key", severity: .warning, message: "the key \"\(key)\" is written twice in this mapping",
            mark: mark, pointer: pointer, hint: "the \(usesFirst ? "first" : "last") one is used; remove one of them",
            related: [Related(mark: first, message: "first written here")])
    }

    static func nestingTooDeep(_ limit: Int, at mark: SourceMark) -> Diagnostic {
        Diagnostic(
            id: "nesting-too-deep", severity: .error, message: "values are nested more than \(limit) levels deep",
            mark: mark, hint: "move inner schemas to components and refer to them with $ref")
    }

    static func tooManyNodes(_ limit: Int, at mark: SourceMark) -> Diagnostic {
        tooLarge("the file holds more than \(limit) values", at: mark)
    }

    static func tooManyBytes(_ path: String, _ limit: Int, at mark: SourceMark?) -> Diagnostic {
        tooLarge("\"\(path)\" is larger than \(limit) bytes", at: mark)
    }

    static func tooManyFiles(_ limit: Int, at mark: SourceMark?) -> Diagnostic {
        tooLarge("the document refers to more than \(limit) files", at: mark)
    }

    private static func tooLarge(_ message: String, at mark: SourceMark?) -> Diagnostic {
        Diagnostic(
            id: "file-too-large", severity: .error, message: message, mark: mark,
            hint: "split the document, or leave out what the client does not need")
    }
}
