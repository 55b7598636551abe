public import ApusSource

/// An entry of the configuration that names something of the document: `rename: { Pet: Animal }` has the key `rename` and the name `Pet`.
public struct Setting: Hashable, Sendable {
    /// The keys of the configuration whose entries name something of the document.
    public enum Key: String, Hashable, Sendable, CaseIterable {
        case include, exclude, rename, types, formats, closedEnums, groups, idempotent, retry, paging, failures
        case conformances, attributes, clientParameters, result, identity
    }

    /// The entry in the file of the configuration.
    public struct Location: Hashable, Sendable {
        public let mark: SourceMark
        public let pointer: String

        public init(mark: SourceMark, pointer: String) {
            self.mark = mark
            self.pointer = pointer
        }
    }

    public let key: Key
    public let name: String

    public init(_ key: Key, _ name: String) {
        self.key = key
        self.name = name
    }
}
