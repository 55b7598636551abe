internal import ApusPlatform
public import ApusRuntime
public import HTTPTypes

/// A transport that answers with values: requests are written as for a server, and each value becomes a response that
/// the client decodes.
///
/// ```swift
/// let stub = Stub()
///     .on(FetchContact.self) { call in ContactResponse(contacts: .init(data: Contact(id: call.contactID))) }
///     .on(DeleteContact.self, .failure(.other(status: 409, ErrorResponse(message: "in use"))))
/// let captain = SalesCaptainClient(transport: stub, credentials: .bearerAuth("test"))
/// …
/// #expect(stub.calls(of: FetchContact.self).map(\.contactID) == [id])
/// ```
///
/// A call that no answer is ready for fails with a ``StubProblem``, and in a test of Swift Testing it records an issue as
/// well, so that a caller that catches the error does not hide it.
///
/// The status is the documented one where the type of the value tells it. Where an operation reads every success alike
/// it is 200, or 204 without a body; `status:` names another one.
public final class Stub: HTTPTransport {
    private let state = Lock(State())
    private let clock: any Clock<Duration>
    private let place: SourcePlace

    private struct State {
        var answers: [ObjectIdentifier: any StubAnswers] = [:]
        /// The types of the operations, in the order in which they were prepared.
        var order: [ObjectIdentifier] = []
        var calls: [any StubbedCall] = []
    }

    /// - Parameters:
    ///   - clock: The clock for delays.
    ///   - fileID: The place where issues are recorded, with the next three.
    public init(
        clock: any Clock<Duration> = ContinuousClock(), fileID: String = #fileID, filePath: String = #filePath,
        line: Int = #line, column: Int = #column
    ) {
        self.clock = clock
        place = SourcePlace(fileID: fileID, filePath: filePath, line: line, column: column)
    }

    /// Answers calls of an operation in the given order; the last answer is for every further call, unless it is
    /// ``StubAnswer/unexpected``. Replaces earlier answers of the operation.
    @discardableResult
    public func on<Operation: APIOperation>(
        _ operation: Operation.Type, _ first: StubAnswer<Operation>, _ others: StubAnswer<Operation>...
    ) -> Stub {
        prepare(StubList([first] + others))
    }

    /// Answers every call of an operation with a success.
    ///
    /// - Parameters:
    ///   - status: The status of the response; nil: the documented one.
    ///   - headers: The headers of the response besides the content type.
    ///   - value: Receives the call, whose members are the operation's arguments. An error that it throws ends the call;
    ///     throw ``TransportProblem`` for a failure of the network.
    @discardableResult
    public func on<Operation: APIOperation>(
        _ operation: Operation.Type, status: HTTPResponse.Status? = nil, headers: HTTPFields = [:],
        _ value: @escaping @Sendable (StubCall<Operation>) async throws -> Operation.Success
    ) -> Stub {
        prepare(StubList([.computed { .success(try await value($0), status: status, headers: headers) }]))
    }

    /// Answers every call of an operation with the answer that a closure chooses.
    @discardableResult
    public func answering<Operation: APIOperation>(
        _ operation: Operation.Type,
        _ answer: @escaping @Sendable (StubCall<Operation>) async throws -> StubAnswer<Operation>
    ) -> Stub {
        prepare(StubList([.computed(answer)]))
    }

    private func prepare<Operation>(_ list: StubList<Operation>) -> Stub {
        let id = ObjectIdentifier(Operation.self)
        state.withLock { state in
            if state.answers.updateValue(list, forKey: id) == nil { state.order.append(id) }
        }
        return self
    }

    /// The requests that were sent for an operation, in order; each attempt of a retried call is one.
    public func calls<Operation: APIOperation>(of operation: Operation.Type) -> [StubCall<Operation>] {
        state.withLock { $0.calls.compactMap { $0 as? StubCall<Operation> } }
    }

    /// The requests that were sent, in order, such as `fetchContact: GET /contacts/4`.
    public var calls: [String] {
        state.withLock { $0.calls.map(\.sentence) }
    }

    public func send(
        _ request: HTTPRequest, body: APIBody, options: TransportOptions
    ) async throws(TransportProblem) -> HTTPResponseStream {
        do {
            guard let operation = options.operation as? any APIOperation else {
                throw StubProblem(operation: nil, request: request, reason: "it belongs to no operation")
            }
            return try await answer(operation, request, body.collect(), options)
        } catch let problem as TransportProblem {
            throw problem
        } catch let problem as StubProblem {
            let problem = problem.redacted(by: options.redactor)
            place.recordIssue(problem.description)
            throw TransportProblem(.unexpectedCall, problem.description, underlying: problem)
        } catch is CancellationError {
            throw TransportProblem(.cancelled, "")
        } catch {
            throw TransportProblem(.other, "\(error)", underlying: error)
        }
    }

    private func answer<Operation: APIOperation>(
        _ operation: Operation, _ request: HTTPRequest, _ bytes: [UInt8], _ options: TransportOptions
    ) async throws -> HTTPResponseStream {
        let call = StubCall(operation: operation, request: request, bytes: bytes)
        var next = state.withLock { state -> StubAnswer<Operation>? in
            state.calls.append(call)
            guard var list = state.answers[ObjectIdentifier(Operation.self)] as? StubList<Operation> else { return nil }
            defer { state.answers[ObjectIdentifier(Operation.self)] = list }
            return list.next()
        }
        while let answer = next {
            try await wait(answer.delay, upTo: options.timeout)
            switch answer.content {
            case .computed(let compute): next = try await compute(call)
            case .value(let write): return try write(request)
            case .problem(let problem): throw problem
            case .unexpected: next = nil
            }
        }
        throw StubProblem(operation: Operation.descriptor.id, request: request, reason: nil, ready: ready)
    }

    /// A server that takes longer than the timeout is one that the transport has given up on.
    private func wait(_ delay: Duration, upTo timeout: Duration?) async throws {
        guard delay > .zero else { return }
        if let timeout, timeout < delay {
            try await clock.sleep(for: timeout)
            throw TransportProblem(.timedOut, "no response within \(timeout)")
        }
        try await clock.sleep(for: delay)
    }

    /// Lists the operations that have an answer, for the error of a call that has none.
    private var ready: [String] {
        state.withLock { state in state.order.compactMap { state.answers[$0]?.sentence } }
    }
}

/// The answers of one operation, whatever its type.
private protocol StubAnswers: Sendable {
    var sentence: String { get }
}

private struct StubList<Operation: APIOperation>: StubAnswers {
    private let answers: [StubAnswer<Operation>]
    private var given = 0

    init(_ answers: [StubAnswer<Operation>]) {
        self.answers = answers
    }

    mutating func next() -> StubAnswer<Operation>? {
        given += 1
        return answers[min(given, answers.count) - 1]
    }

    /// `listTags`, or of several answers `listTags (answer 2 of 3 given)`.
    var sentence: String {
        let id = Operation.descriptor.id
        return answers.count == 1 ? id : "\(id) (\(min(given, answers.count)) of \(answers.count) answers given)"
    }
}
