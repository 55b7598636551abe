/// A rule that detects a failed call in the body of a response with a success status: `error` is present, `status` is
/// `failure`.
@_documentation(visibility: internal)
public struct RejectionRule: Sendable, Hashable {
    /// A JSON pointer (RFC 6901).
    let pointer: String
    /// The text that indicates the failure; nil: any value except null, false, zero and empty values (`""`, `[]`,
    /// `{}`).
    let value: String?
    /// The ids of operations that the rule excludes.
    let exceptions: Set<String>

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
