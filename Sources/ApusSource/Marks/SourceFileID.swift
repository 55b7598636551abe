/// Identifies a file of one run: its index in ``SourceFiles``.
public struct SourceFileID: Hashable, Sendable {
    public let index: UInt32

    public init(index: UInt32) {
        self.index = index
    }
}
