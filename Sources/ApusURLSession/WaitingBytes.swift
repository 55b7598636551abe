internal import ApusRuntime
internal import Foundation

/// What has come of a body and was not taken yet, in order: a little in memory, what is more in a temporary file without
/// a name, which goes when it is closed.
struct WaitingBytes {
    /// Above this the rest goes to the file.
    private static let memoryLimit = 1 << 20
    /// What is read back at a time.
    private static let pieceSize = 1 << 18

    private var pieces: [[UInt8]] = []
    /// In ``pieces``.
    private(set) var count = 0
    private var file: FileDescriptor?
    /// Places in the file; what was taken is not given back before all is.
    private var taken: Int64 = 0
    private var written: Int64 = 0

    var isEmpty: Bool { pieces.isEmpty && taken == written }

    /// - Parameter spills: Whether the file is used. Without it everything waits in memory.
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

    /// The next of them; nil where nothing waits.
    mutating func take() throws(FileProblem) -> [UInt8]? {
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
