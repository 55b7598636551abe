extension SourceFiles {
    /// Reads a file from disk and takes it in.
    /// - Parameters:
    ///   - path: Where it is; nil: what comes on standard input.
    ///   - shown: How it is shown to the user; the path itself when nil.
    ///   - mark: The place that asked for it, for the diagnostic.
    /// - Throws: ``SourceError`` with `missing-file` or `file-too-large`.
    public func load(
        _ path: String?, shownAs shown: String? = nil, askedAt mark: SourceMark? = nil
    ) throws(SourceError) -> SourceFileID {
        let shown = shown ?? path ?? "-"
        try checkRoom(askedAt: mark)
        do throws(FileBytes.Problem) {
            guard let path else {
                return add(path: shown, bytes: try FileBytes.readStandardInput(limit: limits.bytesPerFile))
            }
            return add(path: shown, bytes: try FileBytes.read(path, limit: limits.bytesPerFile))
        } catch {
            switch error {
            case .unreadable(let reason): throw SourceError(.missingFile(shown, reason, at: mark))
            case .tooLarge: throw SourceError(.tooManyBytes(shown, limits.bytesPerFile, at: mark))
            }
        }
    }

    /// - Throws: ``SourceError`` with `file-too-large` when the run holds as many files as it may.
    public func checkRoom(askedAt mark: SourceMark?) throws(SourceError) {
        guard count < limits.files else { throw SourceError(.tooManyFiles(limits.files, at: mark)) }
    }
}

extension Diagnostic {
    static func missingFile(_ path: String, _ reason: String, at mark: SourceMark?) -> Diagnostic {
        Diagnostic(
            id: "missing-file", severity: .error, message: "cannot read \"\(path)\": \(reason)", mark: mark,
            hint: mark == nil
                ? "paths are relative to the directory that the command runs in"
                : "paths in a document are relative to the file they are written in")
    }
}
