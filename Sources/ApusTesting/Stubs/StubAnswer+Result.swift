internal import ApusJSON
public import ApusRuntime
public import HTTPTypes

extension StubAnswer where Operation: ResultOperation, Operation.ResultValue: APIValue {
    /// A success that has nothing but this value, which the client's method returns (`result` in `apus.yaml`).
    ///
    /// ```swift
    /// let stub = Stub().on(FetchContact.self, .result(Contact(name: "Ada")))
    /// let contact = try await captain.fetchContact(contactID: id)
    /// ```
    ///
    /// Where the document requires more of the success than the value, the call fails with a ``StubProblem``: answer with
    /// ``success(_:status:headers:)`` there.
    ///
    /// - Parameters:
    ///   - value: The value that the client's method returns.
    ///   - status: The status of the response; nil: the documented one.
    ///   - headers: The headers of the response besides the content type.
    public static func result(
        _ value: Operation.ResultValue, status: HTTPResponse.Status? = nil, headers: HTTPFields = [:]
    ) -> StubAnswer {
        .computed { call in
            .success(try ResultEnvelope.success(around: value, for: call), status: status, headers: headers)
        }
    }
}

extension Stub {
    /// Answers every call of an operation with what the client's method returns; see ``StubAnswer/result(_:status:headers:)``.
    ///
    /// ```swift
    /// let stub = Stub().returning(FetchContact.self) { call in Contact(contactID: call.contactID, name: "Ada") }
    /// ```
    ///
    /// - Parameters:
    ///   - operation: The operation.
    ///   - result: Receives the call, whose members are the operation's arguments. An error that it throws ends the call;
    ///     throw `TransportProblem` for a failure of the network.
    @discardableResult
    public func returning<Operation: ResultOperation>(
        _ operation: Operation.Type,
        _ result: @escaping @Sendable (StubCall<Operation>) async throws -> Operation.ResultValue
    ) -> Stub where Operation.ResultValue: APIValue {
        answering(operation) { .result(try await result($0)) }
    }
}

/// Puts what a method returns back to where an operation reads it.
private enum ResultEnvelope {
    static func success<Operation: ResultOperation>(
        around value: Operation.ResultValue, for call: StubCall<Operation>
    ) throws -> Operation.Success where Operation.ResultValue: APIValue {
        func problem(_ reason: String) -> StubProblem {
            StubProblem(
                operation: Operation.descriptor.id, request: call.request,
                reason: "\(reason); answer with the whole success")
        }
        guard let type = Operation.Success.self as? any APIValue.Type else {
            throw problem("its success is none that one value makes")
        }
        var tree = try JSONValue(json: value.json())
        for key in JSONPointer.split(Operation.resultPointer).reversed() { tree = .object([key: tree]) }
        do {
            let success = try type.init(json: tree.json()) as? Operation.Success
            guard let success, Operation.result(of: success) != nil else {
                throw problem("its success has no value at \(Operation.resultPointer)")
            }
            return success
        } catch let reason as DecodingProblem {
            throw problem(
                "a success with nothing but the value at \(Operation.resultPointer) cannot be read, \(reason)")
        }
    }
}
