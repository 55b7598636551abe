extension SourceFiles {
    /// Reads a file of this run as JSON or YAML, whichever its content is.
    /// - Parameter diagnostics: Receives the warnings: duplicate keys, documents after the first.
    /// - Throws: ``SourceError`` when there is no tree to go on with.
    public func parse(_ file: SourceFileID, diagnostics: inout Diagnostics) throws(SourceError) -> SourceNode {
        throw SourceError([])
    }

    /// ``parse(_:diagnostics:)`` for callers that do not care about warnings.
    public func parse(_ file: SourceFileID) throws(SourceError) -> SourceNode {
        var ignored = Diagnostics()
        return try parse(file, diagnostics: &ignored)
    }
}
