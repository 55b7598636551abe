/// A generated client.
public protocol APIClient: Sendable {
    @_documentation(visibility: internal)
    var core: ClientCore { get }
}

extension APIClient {
    /// Sends an operation and returns the value of its success.
    public func send<Operation: APIOperation>(
        _ operation: Operation, options: CallOptions = .standard
    ) async throws(APIError<Operation.Failure>) -> Operation.Success {
        try await core.call(operation, options).value
    }

    /// Sends an operation and returns the whole response.
    public func response<Operation: APIOperation>(
        to operation: Operation, options: CallOptions = .standard
    ) async throws(APIError<Operation.Failure>) -> APIResponse<Operation> {
        try await core.call(operation, options)
    }

    /// Sends an operation and returns the body of a success as a stream, whatever the document declares: for responses
    /// that the document does not describe, and for responses too large to be read as a whole. Throws the same failures
    /// as every other call.
    public func stream<Operation: APIOperation>(
        of operation: Operation, options: CallOptions = .standard
    ) async throws(APIError<Operation.Failure>) -> StreamedResponse<Operation> {
        try await core.stream(operation, options)
    }
}
