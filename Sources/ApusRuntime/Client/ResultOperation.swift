/// An operation whose method returns a part of its success, by the rule `result` in `apus.yaml`.
///
/// ``APIClient/result(of:options:)`` returns that part, and ``APIClient/response(to:options:)`` the whole success.
public protocol ResultOperation: APIOperation {
    associatedtype ResultValue: Sendable

    /// The JSON pointer of the part, such as `/contacts/data`.
    @_documentation(visibility: internal)
    static var resultPointer: String { get }
    /// The part; nil where the success does not have it.
    @_documentation(visibility: internal)
    static func result(of success: Success) -> ResultValue?
}

extension APIClient {
    /// Sends an operation and returns the part of its success that the client's method returns.
    ///
    /// ```swift
    /// let contacts = try await client.result(of: ListContacts(pageNumber: 2))
    /// ```
    ///
    /// - Parameters:
    ///   - operation: The operation.
    ///   - options: Options for this call.
    /// - Throws: ``APIErrorKind/missingResult(pointer:)`` for a success without that part; otherwise what ``send(_:options:)`` throws.
    public func result<Operation: ResultOperation>(
        of operation: Operation, options: CallOptions = .standard
    ) async throws(APIError<Operation.Failure>) -> Operation.ResultValue {
        try await core.result(of: operation, options)
    }
}

extension ClientCore {
    func result<Operation: ResultOperation>(
        of operation: Operation, _ options: CallOptions
    ) async throws(APIError<Operation.Failure>) -> Operation.ResultValue {
        let options = options.completed(by: self.options)
        let (response, received) = try await exchange(Operation.self, write(operation, options), options)
        if let result = Operation.result(of: response.value) { return result }
        throw APIError(.missingResult(pointer: Operation.resultPointer), details: received.details(nil))
    }
}
