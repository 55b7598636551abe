internal import HTTPTypes

/// A successful response.
public struct APIResponse<Operation: APIOperation>: Sendable {
    public let value: Operation.Success
    public let status: Int
    /// The headers; documented ones are typed, others are available by name: `headers[.server]`.
    public let headers: Operation.Headers
    /// The bytes of the body; empty when it is streamed.
    public let bytes: [UInt8]
    /// The number of requests that were sent.
    public let attempts: Int
    /// The dropped values, with ``MismatchPolicy/drop``; at most a hundred.
    public let dropped: [DecodingProblem]

    package init(
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

    /// The server's id of this request, from `x-request-id` or a similar header.
    public var requestID: String? { headers.fields.requestID }
}
