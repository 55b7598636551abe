/// A successful response whose body is read as it arrives.
public struct StreamedResponse<Operation: APIOperation>: Sendable {
    public let status: Int
    /// Typed where the document names them; any other by its name: `headers[.contentType]`.
    public let headers: Operation.Headers
    /// Can be iterated once; dropping it closes the exchange.
    public let body: ByteStream
    /// How many requests were sent.
    public let attempts: Int

    /// What the server calls this request, from `x-request-id` or one of its relatives.
    public var requestID: String? { headers.fields.requestID }
}
