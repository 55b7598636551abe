public import ApusSource

/// The `x-` members of an object, in the order of the file.
public struct Extensions: Sendable {
    public var entries: [SourceMapping.Entry]

    public init(entries: [SourceMapping.Entry] = []) {
        self.entries = entries
    }

    /// The value of one extension, named with its `x-`.
    public subscript(_ name: String) -> SourceNode? {
        entries.first { $0.key == name }?.value
    }
}
