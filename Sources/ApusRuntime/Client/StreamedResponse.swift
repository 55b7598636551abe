/// A successful response whose body is read as it arrives.
public struct StreamedResponse<Operation: APIOperation>: Sendable {
    public let status: Int
    /// The headers; documented ones are typed, others are available by name: `headers[.contentType]`.
    public let headers: Operation.Headers
    /// Can be iterated once; dropping it closes the exchange.
    public let body: ByteStream
    /// The number of requests that were sent.
    public let attempts: Int

    /// The server's id of this request, from `x-request-id` or a similar header.
    public var requestID: String? { headers.fields.requestID }
}
