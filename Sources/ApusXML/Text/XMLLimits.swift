/// What is read at most.
public struct XMLLimits: Sendable, Hashable {
    /// Elements within elements. libxml2 has a limit of its own at 256.
    public var depth: Int
    /// Of the whole text. One piece of text in it, between two tags, may have ten million bytes, which is a limit of libxml2's own.
    public var bytes: Int

    public init(depth: Int = 200, bytes: Int = 256 << 20) {
        self.depth = depth
        self.bytes = min(bytes, Int(Int32.max))
    }

    public static let standard = XMLLimits()
}
