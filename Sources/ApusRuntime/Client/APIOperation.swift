public import HTTPTypes

/// One operation with its arguments: the primary form of a call.
public protocol APIOperation: Sendable {
    associatedtype Success: Sendable
    associatedtype Failure: APIFailure
    /// The documented response headers of successes.
    associatedtype Headers: ResponseHeaders = HTTPFields

    @_documentation(visibility: internal)
    static var descriptor: OperationDescriptor { get }
    /// The document's limits on parameters, and on a body that is not a model: a JSON Schema for each, by location and
    /// name, such as `{"query limit":{"maximum":100},"body":{"minItems":1}}`. Models have their own constraints; see
    /// ``APIConstrained``.
    @_documentation(visibility: internal)
    static var constraints: StaticString { get }
    /// Sets the arguments that the call does not give and the client, or the document, does.
    @_documentation(visibility: internal)
    mutating func complete(by client: ClientParameters)
    @_documentation(visibility: internal)
    func encode(into request: inout RequestWriter)
    @_documentation(visibility: internal)
    static func decode(_ response: inout ResponseReader) -> Success
}

extension APIOperation {
    /// The error that a call of this operation throws: `do throws(FetchContact.CallError) { … } catch { … }` keeps the type where Swift does not infer
    /// it, such as in closures.
    public typealias CallError = APIError<Failure>

    @_documentation(visibility: internal)
    public static var constraints: StaticString { "{}" }

    @_documentation(visibility: internal)
    public mutating func complete(by client: ClientParameters) {}

    /// Builds the request without sending it and without credentials: for tests, signing and other transports. No client completes its
    /// arguments.
    public func request(
        server: ServerURL, options: CallOptions = .standard
    ) throws(EncodingProblem) -> (request: HTTPRequest, body: APIBody) {
        var writer = RequestWriter(descriptor: Self.descriptor)
        var operation = self
        operation.complete(by: .none)
        operation.encode(into: &writer)
        return try writer.finish(server: server, options: options)
    }
}
