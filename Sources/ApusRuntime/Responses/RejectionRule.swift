/// A sign in the body of a successful answer that the call has failed all the same: `error` is there, `status` is
/// `failure`.
public struct RejectionRule: Sendable, Hashable {
    /// A JSON pointer (RFC 6901).
    public let pointer: String
    /// The text that must stand there; nil: anything but null, false, zero and what is empty (`""`, `[]`, `{}`).
    public let value: String?
    /// Ids of operations to which this does not apply.
    public let exceptions: Set<String>

    public init(_ pointer: String, is value: String? = nil, except exceptions: Set<String> = []) {
        self.pointer = pointer
        self.value = value
        self.exceptions = exceptions
    }

    func matches(_ found: JSONValue) -> Bool {
        if let value { return found.string?.isSame(as: value) ?? false }
        switch found {
        case .null, .bool(false), .string(""): return false
        case .number(let number): return number.double != 0
        case .array(let elements): return !elements.isEmpty
        case .object(let members): return !members.isEmpty
        default: return true
        }
    }
}
