extension ByteStream {
    /// Writes all bytes to a file, piece by piece as they arrive. The file is complete or not there: until the last byte has come it is
    /// written under another name beside its own, and a download that fails leaves nothing, and what was there before as it was.
    ///
    /// - Parameters:
    ///   - path: Where the file is to be.
    ///   - replacing: Whether a file that is there already is replaced, at the end. Without it, it is an error, before any byte is taken.
    ///     Devices and pipes are written to directly.
    /// - Returns: How many bytes there were.
    /// - Throws: ``FileProblem`` for the file, ``TransportProblem`` for the stream.
    @discardableResult
    public func save(to path: String, replacing: Bool = false) async throws -> Int64 {
        let file = try FileDraft(path, replacing: replacing)
        var count: Int64 = 0
        for try await piece in self {
            try file.write(piece)
            count += Int64(piece.count)
        }
        try file.keep()
        return count
    }
}
