public import HTTPTypes

/// A successful response with everything that came.
public struct APIResponse<Operation: APIOperation>: Sendable {
    public let value: Operation.Success
    public let status: Int
    /// Typed where the document names them; any other by its name: `headers[.server]`.
    public let headers: Operation.Headers
    /// The body as it came; empty when it is streamed.
    public let bytes: [UInt8]
    /// How many requests were sent.
    public let attempts: Int
    /// What did not fit and was left out, where ``MismatchPolicy/drop`` holds; at most a hundred.
    public let dropped: [DecodingProblem]

    public init(
        value: Operation.Success, status: Int, headers: HTTPFields, bytes: [UInt8], attempts: Int,
        dropped: [DecodingProblem] = []
    ) {
        self.value = value
        self.status = status
        self.headers = Operation.Headers(headers)
        self.bytes = bytes
        self.attempts = attempts
        self.dropped = dropped
    }

    /// What the server calls this request, from `x-request-id` or one of its relatives.
    public var requestID: String? { headers.fields.requestID }
}
