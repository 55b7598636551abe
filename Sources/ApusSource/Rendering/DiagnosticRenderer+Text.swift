extension DiagnosticRenderer {
    /// `file:line:column: severity: message [id]`, the line, a caret, the pointer, the help, and related locations as
    /// notes. Ends without a line break.
    ///
    ///     api/openapi.yaml:3:5: warning: the key "name" is written twice in this mapping [duplicate-key]
    ///         name: Pets
    ///         ^
    ///       at #/info/name
    ///       help: the last one is used; remove one of them
    public func text(_ diagnostic: Diagnostic) -> String {
        let severity = paint(diagnostic.severity.rawValue, Self.colors[diagnostic.severity])
        var lines = [locate(diagnostic.mark) + "\(severity): \(flatten(diagnostic.message)) [\(diagnostic.id)]"]
        lines += excerpt(diagnostic.mark)
        if let pointer = diagnostic.pointer { lines.append("  at #\(flatten(pointer))") }
        if let hint = diagnostic.hint { lines.append("  help: \(flatten(hint))") }
        for related in diagnostic.related {
            let note = paint(Severity.note.rawValue, Self.colors[.note])
            lines.append(locate(related.mark) + "\(note): \(flatten(related.message))")
            lines += excerpt(related.mark)
        }
        return lines.joined(separator: "\n")
    }

    private func locate(_ mark: SourceMark?) -> String {
        guard let mark else { return "" }
        let position = files.position(of: mark)
        return paint("\(files.path(of: mark.file)):\(position.line):\(position.column):", "1") + " "
    }

    private func excerpt(_ mark: SourceMark?) -> [String] {
        guard let mark else { return [] }
        let excerpt = SourceExcerpt(files.text(of: mark.file), at: Int(mark.offset))
        return ["    " + excerpt.line, "    " + paint(excerpt.caret, "32")]
    }

    /// Messages quote input, which may contain line breaks and escape sequences.
    private func flatten(_ text: String) -> String {
        VisibleText.of(text)
    }

    private func paint(_ text: String, _ code: String?) -> String {
        guard color, let code else { return text }
        return "\u{1B}[\(code)m\(text)\u{1B}[0m"
    }

    private static let colors: [Severity: String] = [.error: "1;31", .warning: "1;33", .note: "1;36"]
}
