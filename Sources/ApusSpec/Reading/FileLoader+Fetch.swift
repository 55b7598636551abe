public import ApusSource

extension FileLoader {
    /// Adds the file at an http or https address to the run.
    ///
    /// - Parameters:
    ///   - allowedHosts: The hosts that may be asked, also after redirects.
    ///   - mark: The location that refers to the file; nil for a document that the user named.
    ///   - pointer: The JSON pointer of that location.
    /// - Throws: `SourceError` with `failed-fetch` or `file-too-large`.
    public func fetch(
        _ address: String, from allowedHosts: Set<String>, into files: SourceFiles, askedAt mark: SourceMark? = nil,
        pointer: String? = nil
    ) throws(SourceError) -> SourceFileID {
        try files.checkRoom(askedAt: mark)
        guard let fetch else {
            throw SourceError([.failedFetch(address, reason: "this run has no network", at: mark, pointer: pointer)])
        }
        do {
            return files.add(path: address, bytes: try fetch(address, allowedHosts, files.limits.bytesPerFile))
        } catch {
            throw SourceError([.failedFetch(address, reason: "\(error)", at: mark, pointer: pointer)])
        }
    }
}

extension Diagnostic {
    /// An error, not a warning: otherwise a day without network would silently produce a different client.
    fileprivate static func failedFetch(
        _ address: String, reason: String, at mark: SourceMark?, pointer: String?
    ) -> Diagnostic {
        Diagnostic(
            id: "failed-fetch", severity: .error, message: "cannot fetch \"\(address)\": \(reason)", mark: mark,
            pointer: pointer,
            hint: mark == nil
                ? "check the address in a browser, or store the document and name its path"
                : "store the file beside the document to be independent of the network")
    }
}
