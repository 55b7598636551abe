extension ByteStream {
    /// Writes all bytes to a file as they arrive. The file is complete or absent: until the last byte has arrived it
    /// has another name in the same folder, and a failed download leaves no file and does not change an existing one.
    ///
    /// - Parameters:
    ///   - path: The path of the file.
    ///   - replacing: Whether an existing file is replaced, at the end. Otherwise it is an error, before any byte is
    ///     read. Devices and pipes are written to directly.
    /// - Returns: The number of bytes.
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
