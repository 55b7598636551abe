public import ApusRuntime
public import HTTPTypes

/// An answer to one call of an operation, by a ``Stub``.
public struct StubAnswer<Operation: APIOperation>: Sendable {
    enum Content: Sendable {
        case value(@Sendable (HTTPRequest) throws -> HTTPResponseStream)
        case problem(TransportProblem)
        case computed(@Sendable (StubCall<Operation>) async throws -> StubAnswer)
        case unexpected
    }

    let content: Content
    private(set) var delay = Duration.zero

    private init(_ content: Content) {
        self.content = content
    }

    /// A success, in the format that the operation reads.
    ///
    /// - Parameters:
    ///   - value: The value that the call returns.
    ///   - status: The status of the response; nil: the documented one.
    ///   - headers: The headers of the response besides the content type.
    public static func success(
        _ value: Operation.Success, status: HTTPResponse.Status? = nil, headers: HTTPFields = [:]
    ) -> StubAnswer {
        StubAnswer(.value { try ResponseForm.write(success: value, of: Operation.self, status, headers, for: $0) })
    }

    /// A documented failure, such as `.failure(.notFound(problem))`, in the format that the operation reads.
    public static func failure(_ failure: Operation.Failure, headers: HTTPFields = [:]) -> StubAnswer {
        StubAnswer(.value { try ResponseForm.write(failure: failure, of: Operation.self, headers, for: $0) })
    }

    /// Any response, also one that the document does not describe: `.response(.json(#"{"id": 1}"#, status: .accepted))`.
    public static func response(_ answer: InMemoryTransport.Answer) -> StubAnswer {
        StubAnswer(.value { _ in HTTPResponseStream(head: answer.head, body: answer.body) })
    }

    /// A failure of the network, such as `.problem(.closedEarly)`.
    public static func problem(_ kind: TransportProblem.Kind, _ message: String = "by a stub") -> StubAnswer {
        StubAnswer(.problem(TransportProblem(kind, message)))
    }

    /// The end of a list: a further call fails as one that nobody expected.
    public static var unexpected: StubAnswer { StubAnswer(.unexpected) }

    /// The same answer after a delay. A delay that is longer than ``CallOptions/timeout`` fails with kind `timedOut` when
    /// that is over; cancellation and ``CallOptions/deadline`` end it at once.
    public func delayed(by delay: Duration) -> StubAnswer {
        var answer = self
        answer.delay += delay
        return answer
    }

    static func computed(
        _ answer: @escaping @Sendable (StubCall<Operation>) async throws -> StubAnswer
    ) -> StubAnswer {
        StubAnswer(.computed(answer))
    }
}
