public import HTTPTypes

/// The details of a failed call, whatever the kind of its error.
public struct CallDetails: Sendable {
    public var operation: String
    public var status: Int?
    /// Without what was sent as a credential.
    public var headers: HTTPFields
    /// Without what was sent as a credential, where the server repeats it.
    public var body: [UInt8]
    public var attempts: Int
    public var retryAfter: Duration?
    public var decodingProblem: DecodingProblem?
    public var retryObstacle: RetryObstacle?
    /// Whether the answer came from another origin than the request was sent to, after a redirect: it then says nothing of the credentials,
    /// which that origin was not sent.
    package var isAnsweredElsewhere = false
    /// The last request of the call; nil: none was sent.
    var sent: SentRequest?
    /// How the server's words are found and whether descriptions have them.
    var messageRule = MessageRule()

    public init(operation: String, attempts: Int = 0) {
        self.operation = operation
        self.attempts = attempts
        headers = [:]
        body = []
    }

    public var requestID: String? { headers.requestID }

    /// The server's message about a failure: the texts of `title`, `error`, `error_description`, `message`, `detail` and `errors`, and of what
    /// the client's rules for failures name, in a body of JSON or XML; a body of plain text as it is. Cut behind 1,000 bytes, and otherwise as
    /// it came: with line breaks, and without credentials that were sent. nil where the body says nothing.
    public var serverMessage: String? {
        ServerMessage.find(
            in: body, contentType: headers[.contentType], pointers: messageRule.pointers(for: operation))
    }
}

/// The rule that finds the server's message in a failure, by the rules of the client and the options of the call.
struct MessageRule: Sendable {
    var isShown = true
    var rejections: [RejectionRule] = []
    var refusals: [RefusalRule] = []

    /// A text that a rule requires adds nothing to the message.
    func pointers(for operation: String) -> [String] {
        rejections.filter { $0.value == nil && !$0.exceptions.contains(operation) }.map(\.pointer)
    }
}

extension HTTPFields {
    /// The server's id of the request, from the usual header fields.
    package var requestID: String? {
        for name in Self.requestIDNames {
            if let value = self[name], !value.isEmpty { return value }
        }
        return nil
    }

    private static let requestIDNames = [
        "x-request-id", "request-id", "x-correlation-id", "correlation-id", "x-amzn-requestid", "x-amz-request-id",
        "x-ms-request-id", "x-trace-id", "cf-ray",
    ].compactMap { HTTPField.Name($0) }
}
