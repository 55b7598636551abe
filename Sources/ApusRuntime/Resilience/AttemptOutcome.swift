internal import HTTPTypes

/// The result of one attempt.
struct AttemptOutcome {
    /// The reason to repeat it.
    enum Failure {
        case status(HTTPResponse)
        case transport(TransportProblem)
    }

    private let result: Result<HTTPResponseStream, CallProblem>
    /// nil for a failure that a repetition would not change.
    let failure: Failure?

    func get() throws(CallProblem) -> HTTPResponseStream {
        try result.get()
    }

    /// Reads the body of a response that would be the call's result, unless the operation streams it: a connection that
    /// breaks within a body is a failure like one that breaks before it.
    static func send(
        _ call: OutgoingCall, _ next: CallChain, policy: RetryPolicy, isLast: Bool
    ) async -> AttemptOutcome {
        var response: HTTPResponseStream
        do throws(CallProblem) {
            response = try await next(call)
        } catch {
            return AttemptOutcome(result: .failure(error), failure: failure(error, policy))
        }
        let status = response.head.status.code
        if policy.statuses.contains(status), !call.operation.isSuccess(status) {
            return AttemptOutcome(result: .success(response), failure: .status(response.head))
        }
        let isStreamed = call.operation.streams && call.operation.isSuccess(status)
        guard !isLast, !isStreamed, RetryDecision.isRepeatable(call, next.record, policy) else {
            return AttemptOutcome(result: .success(response), failure: nil)
        }
        let (bytes, problem) = await next.read(response.body, of: call)
        response.body = ByteStream(bytes, failingWith: problem)
        return AttemptOutcome(result: .success(response), failure: problem.flatMap { failure($0, policy) })
    }

    private static func failure(_ problem: CallProblem, _ policy: RetryPolicy) -> Failure? {
        guard case .transport(let problem) = problem, policy.repeats(problem) else { return nil }
        return .transport(problem)
    }
}

extension ByteStream {
    /// The received body, and the problem that ended it.
    fileprivate init(_ bytes: [UInt8], failingWith problem: CallProblem?) {
        guard let problem else {
            self.init(bytes)
            return
        }
        self.init(starting: {
            var isFirst = true
            return {
                defer { isFirst = false }
                if isFirst, !bytes.isEmpty { return bytes }
                throw problem
            }
        })
    }
}
