/// What a successful answer says of a failure, found by a ``RejectionRule``.
public struct Rejection: Sendable, Hashable {
    /// The JSON pointer of the rule.
    public let pointer: String
    /// What stands there.
    public let value: JSONValue
    /// The server's words: the value itself or its `message`, else `message` or `error` of the body.
    public let message: String?

    init(_ rule: RejectionRule, value: JSONValue, body: JSONLookup) {
        pointer = rule.pointer
        self.value = value
        let words = rule.value == nil ? value.string ?? value["message"]?.string : nil
        message = words ?? body.value(at: "/message")?.string ?? body.value(at: "/error")?.string
    }
}

extension Rejection: CustomStringConvertible {
    /// Not the server's words: they may repeat what was sent.
    public var description: String { "the answer says at \(pointer) that the call has failed" }
}
