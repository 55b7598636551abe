/// A generated client.
public protocol APIClient: Sendable {
    var core: ClientCore { get }
}

extension APIClient {
    /// Sends an operation and gives its value.
    public func send<Operation: APIOperation>(
        _ operation: Operation, _ options: CallOptions = .standard
    ) async throws(APIError<Operation.Failure>) -> Operation.Success {
        try await core.call(operation, options).value
    }

    /// Sends an operation and gives everything that came.
    public func response<Operation: APIOperation>(
        to operation: Operation, _ options: CallOptions = .standard
    ) async throws(APIError<Operation.Failure>) -> APIResponse<Operation> {
        try await core.call(operation, options)
    }

    /// Sends an operation and hands the body of a success over as it arrives, whatever the document says of it: for answers that the document
    /// does not describe, and for those that are too large to be read as a whole. Failures are those of every call.
    public func stream<Operation: APIOperation>(
        of operation: Operation, _ options: CallOptions = .standard
    ) async throws(APIError<Operation.Failure>) -> StreamedResponse<Operation> {
        try await core.stream(operation, options)
    }
}
