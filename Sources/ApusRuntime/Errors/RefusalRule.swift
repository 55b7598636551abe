/// The meaning of a refusal for which a server has no registered OAuth code. A rule matches when all of its given parts
/// do; rules are tried in their order, before the server's own code.
public struct RefusalRule: Sendable, Hashable {
    public let status: Int?
    /// The server's own code: the text of `error`, or its `code` or `type`.
    public let code: String?
    /// A part of the server's text: `error_description`, `message`, `detail`.
    public let text: String?
    public let reason: OAuthRefusal.Reason
    /// An explanation for people.
    public let message: String?

    public init(
        status: Int? = nil, code: String? = nil, text: String? = nil, means reason: OAuthRefusal.Reason,
        message: String? = nil
    ) {
        self.status = status
        self.code = code
        self.text = text
        self.reason = reason
        self.message = message
    }

    func matches(status: Int, code: String?, text: String?) -> Bool {
        if let expected = self.status, expected != status { return false }
        if let expected = self.code, code?.isSame(as: expected) != true { return false }
        if let part = self.text, text?.holds(text: part) != true { return false }
        return self.status != nil || self.code != nil || self.text != nil
    }
}
