extension SourceFiles {
    /// Reads a file from disk and takes it in.
    /// - Parameters:
    ///   - path: Where it is.
    ///   - shownAs: How it is shown to the user; the path itself when nil.
    ///   - mark: The place that asked for it, for the diagnostic.
    public func load(
        _ path: String, shownAs shown: String? = nil, askedAt mark: SourceMark? = nil
    ) throws(SourceError) -> SourceFileID {
        throw SourceError([])
    }
}
