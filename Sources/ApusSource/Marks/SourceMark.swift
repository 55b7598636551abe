/// A location in a file. Eight bytes, so that every node of a large tree can have one; ``SourceFiles/position(of:)``
/// computes line and column on demand.
public struct SourceMark: Hashable, Sendable {
    public let file: SourceFileID
    /// UTF-8 byte offset into ``SourceFiles/bytes(of:)``.
    public let offset: UInt32

    public init(file: SourceFileID, offset: UInt32) {
        self.file = file
        self.offset = offset
    }

    init(file: SourceFileID, offset: Int) {
        self.init(file: file, offset: UInt32(clamping: offset))
    }
}
