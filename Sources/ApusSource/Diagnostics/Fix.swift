/// The one change of a document that mends a finding: members of an object get new values.
public struct Fix: Hashable, Sendable {
    public struct Member: Hashable, Sendable {
        public let key: String
        public let value: Value

        public init(_ key: String, _ value: Value) {
            self.key = key
            self.value = value
        }
    }

    public enum Value: Hashable, Sendable {
        case string(String)
        case boolean(Bool)
        /// The written text.
        case number(String)
    }

    /// RFC 6901 pointer of the object inside the file of the finding.
    public let pointer: String
    public let members: [Member]

    public init(_ pointer: String, _ members: Member...) {
        self.init(pointer, members)
    }

    public init(_ pointer: String, _ members: [Member]) {
        self.pointer = pointer
        self.members = members
    }
}
