public import HTTPTypes

/// A successful response with everything that came.
public struct APIResponse<Value: Sendable>: Sendable {
    public let value: Value
    public let status: Int
    public let headers: HTTPFields
    /// The body as it came; empty when it is streamed.
    public let bytes: [UInt8]
    /// How many requests were sent.
    public let attempts: Int

    public init(value: Value, status: Int, headers: HTTPFields, bytes: [UInt8], attempts: Int) {
        self.value = value
        self.status = status
        self.headers = headers
        self.bytes = bytes
        self.attempts = attempts
    }

    /// What the server calls this request, from `x-request-id` or one of its relatives.
    public var requestID: String? { headers.requestID }
}

extension APIResponse: Equatable where Value: Equatable {}
