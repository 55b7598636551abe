extension SourceFiles {
    /// Parses a file of this run as JSON or YAML, according to its content.
    /// - Parameter diagnostics: Receives the warnings: duplicate keys, documents after the first.
    /// - Throws: ``SourceError`` when there is no tree.
    public func parse(_ file: SourceFileID, diagnostics: inout Diagnostics) throws(SourceError) -> SourceNode {
        let text = text(of: file)
        let start = SourceMark(file: file, offset: 0)
        if text.bytes.count > limits.bytesPerFile {
            throw SourceError(.tooManyBytes(text.path, limits.bytesPerFile, at: nil))
        }
        if file.index >= limits.files { throw SourceError(.tooManyFiles(limits.files, at: start)) }
        if let problem = text.problem {
            guard problem.isRepaired else { throw SourceError(.invalidEncoding(problem, file: file)) }
            diagnostics.report(.invalidEncoding(problem, file: file))
        }
        return try DocumentStack.run { () throws(SourceError) in try parse(text, file, &diagnostics) }
    }

    /// JSON begins with a brace or a bracket, hand-written JSON also with a comment. So does YAML in flow style, which
    /// only the file name distinguishes from broken JSON.
    private func parse(
        _ text: SourceText, _ file: SourceFileID, _ diagnostics: inout Diagnostics
    ) throws(SourceError) -> SourceNode {
        let first = text.bytes.first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
        let isNamedJSON = text.path.lowercased().hasSuffix(".json")
        if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") || isNamedJSON && first == UInt8(ascii: "/") {
            if isNamedJSON {
                return try JSONReader.read(text.bytes, file: file, limits: limits, diagnostics: &diagnostics)
            }
            let json = try JSONReader.readIfValid(text.bytes, file: file, limits: limits, diagnostics: &diagnostics)
            if let json { return json }
        }
        return try YAMLReader.read(text.bytes, file: file, limits: limits, diagnostics: &diagnostics)
    }

    /// ``parse(_:diagnostics:)`` for callers that ignore warnings.
    public func parse(_ file: SourceFileID) throws(SourceError) -> SourceNode {
        var ignored = Diagnostics()
        return try parse(file, diagnostics: &ignored)
    }
}

extension Diagnostic {
    static func invalidEncoding(_ problem: TextDecoding.Problem, file: SourceFileID) -> Diagnostic {
        Diagnostic(
            id: "invalid-encoding", severity: problem.isRepaired ? .warning : .error, message: problem.message,
            mark: SourceMark(file: file, offset: problem.offset),
            hint: (problem.isRepaired ? "U+FFFD replaces each such byte; " : "") + "save the file as UTF-8")
    }
}
