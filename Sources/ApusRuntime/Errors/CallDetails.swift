public import HTTPTypes

/// What is known about a call that failed, whatever the kind.
public struct CallDetails: Sendable {
    public var operation: String
    public var status: Int?
    public var headers: HTTPFields
    public var body: [UInt8]
    public var attempts: Int
    public var retryAfter: Duration?
    public var decodingProblem: DecodingProblem?
    public var retryObstacle: RetryObstacle?

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
