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
}
