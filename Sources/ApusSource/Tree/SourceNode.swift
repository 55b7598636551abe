/// A value of a source file with its location. Immutable, so that YAML aliases share one node.
public final class SourceNode: Sendable {
    public let content: Content
    /// The beginning of the value.
    public let mark: SourceMark

    public enum Content: Sendable {
        case null
        case boolean(Bool)
        case number(SourceNumber)
        case string(String)
        case sequence([SourceNode])
        case mapping(SourceMapping)
    }

    public init(_ content: Content, mark: SourceMark) {
        self.content = content
        self.mark = mark
    }
}
