internal import ApusRuntime
internal import Foundation

/// The received, unread bytes of a body, in order: a small part in memory, the rest in an unlinked temporary file,
/// which is deleted when it is closed.
struct WaitingBytes {
    /// Above this limit, further bytes go to the file.
    private static let memoryLimit = 1 << 20
    /// The number of bytes to read back at a time.
    private static let pieceSize = 1 << 18

    private var pieces: [[UInt8]] = []
    /// The number of bytes in ``pieces``.
    private(set) var count = 0
    private var file: FileDescriptor?
    /// Positions in the file; its space is freed only after everything was read.
    private var taken: Int64 = 0
    private var written: Int64 = 0

    var isEmpty: Bool { pieces.isEmpty && taken == written }

    /// - Parameter spills: Whether the file is used. Otherwise everything waits in memory.
    mutating func append(_ piece: [UInt8], spills: Bool) throws(FileProblem) {
        guard spills, count + piece.count > Self.memoryLimit || taken < written else {
            pieces.append(piece)
            count += piece.count
            return
        }
        let file: FileDescriptor
        if let open = self.file { file = open } else { file = try Self.openFile() }
        self.file = file
        try file.move(to: written)
        try file.write(piece)
        written += Int64(piece.count)
    }

    /// The next chunk; nil where nothing waits.
    mutating func removeFirst() throws(FileProblem) -> [UInt8]? {
        if let first = pieces.first {
            defer {
                pieces.removeAll(keepingCapacity: true)
                count = 0
            }
            return pieces.count == 1 ? first : Array(pieces.joined())
        }
        guard let file, taken < written else { return nil }
        try file.move(to: taken)
        let piece = try file.read(upTo: Int(min(Int64(Self.pieceSize), written - taken)))
        taken += Int64(piece.count)
        if taken == written {
            try file.empty()
            (taken, written) = (0, 0)
        }
        return piece
    }

    private static func openFile() throws(FileProblem) -> FileDescriptor {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("apus-\(UUID().uuidString).part")
        let file = try FileDescriptor.open(creating: url.path)
        try? FileManager.default.removeItem(at: url)
        return file
    }
}
