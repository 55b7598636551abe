/// A place in a file. Eight bytes, so that every node of a large tree can carry one; line and column are computed
/// on demand by ``SourceFiles/position(of:)``.
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
