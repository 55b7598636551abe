extension SourceFiles {
    /// Reads a file from disk and adds it.
    /// - Parameters:
    ///   - path: The path of the file; nil: standard input.
    ///   - shown: The path shown to the user; nil: `path`.
    ///   - mark: The location that refers to the file, for the diagnostic.
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

    /// - Throws: ``SourceError`` with `file-too-large` when the run has reached its maximum number of files.
    public func checkRoom(askedAt mark: SourceMark?) throws(SourceError) {
        guard count < limits.files else { throw SourceError(.tooManyFiles(limits.files, at: mark)) }
    }
}

extension SourceError {
    /// The error for a file that the user named, and that cannot be opened at all.
    /// - Parameter reason: Half a sentence.
    public static func unreadable(_ path: String, reason: String) -> SourceError {
        SourceError(.missingFile(path, reason, at: nil))
    }
}

extension Diagnostic {
    static func missingFile(_ path: String, _ reason: String, at mark: SourceMark?) -> Diagnostic {
        Diagnostic(
            id: "missing-file", severity: .error, message: "cannot read \"\(path)\": \(reason)", mark: mark,
            hint: reason != FileBytes.absent
                ? nil
                : mark == nil
                    ? "paths are relative to the directory that the command runs in"
                    : "paths in a document are relative to the file they are written in")
    }
}
