/// The failure in a successful response, found by a rule of the configuration (`failures:`).
public struct Rejection: Sendable, Hashable {
    /// The JSON pointer of the rule.
    public let pointer: String
    /// The value at the pointer.
    public let value: JSONValue
    /// The server's words: the value itself where that is what the rule looks for, and those that ``CallDetails/serverMessage`` has.
    public let message: String?

    init(_ rule: RejectionRule, value: JSONValue, body: JSONLookup) {
        pointer = rule.pointer
        self.value = value
        message = ServerMessage.find(in: body, pointers: rule.value == nil ? [rule.pointer] : [])
    }
}

extension Rejection: CustomStringConvertible {
    /// Not the server's words: they may repeat what was sent.
    public var description: String { "the answer says at \(pointer) that the call has failed" }
}
