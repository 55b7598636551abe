public import HTTPTypes

/// What is known about a call that failed, whatever the kind.
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
    public var isAnsweredElsewhere = false

    public init(operation: String, attempts: Int = 0) {
        self.operation = operation
        self.attempts = attempts
        headers = [:]
        body = []
    }

    public var requestID: String? { headers.requestID }
}

extension HTTPFields {
    /// What the server calls the request, under the names that are in use.
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
