internal import HTTPTypes

extension ClientCore {
    /// The typed shell around ``perform(_:options:record:)``: everything that depends on the operation's types is here.
    func call<Operation: APIOperation>(
        _ operation: Operation, _ options: CallOptions
    ) async throws(APIError<Operation.Failure>) -> APIResponse<Operation> {
        let descriptor = Operation.descriptor
        let checks = options.checks ?? checks
        var writer = RequestWriter(descriptor: descriptor, validates: checks.contains(.requests))
        operation.encode(into: &writer)
        var received: ReceivedResponse
        do throws(ReceivedResponse.Interruption) {
            received = try await receive(writer, options: options)
        } catch {
            throw APIError(Self.kind(of: error.problem), details: error.details)
        }
        guard descriptor.isSuccess(received.reader.status) else { throw Self.failure(received) }
        received.reader.isStrict = checks.contains(.responses)
        let value = Operation.decode(&received.reader)
        if let problem = received.reader.problem {
            throw APIError(.decoding(problem), details: received.details(problem))
        }
        let reader = received.reader
        return APIResponse(
            value: value, status: reader.status, headers: reader.headers, bytes: reader.bytes,
            attempts: received.attempts)
    }

    /// A documented body that is not what the document says becomes `.undocumented`; the problem stays on the error.
    private static func failure<Failure: APIFailure>(_ received: ReceivedResponse) -> APIError<Failure> {
        var reader = received.reader
        let failure = Failure.decode(&reader)
        let details = received.details(reader.problem)
        if reader.problem != nil {
            return APIError(.response(.undocumented(status: reader.status, body: reader.rawBody)), details: details)
        }
        if reader.status == 429, reader.isUndocumented {
            return APIError(.rateLimited(retryAfter: details.retryAfter), details: details)
        }
        return APIError(.response(failure), details: details)
    }

    private static func kind<Failure>(of problem: CallProblem) -> APIError<Failure>.Kind {
        switch problem {
        case .encoding(let problem): .encoding(problem)
        case .credentials(let problem): .credentials(problem)
        case .transport(let problem): .transport(problem)
        case .cancelled: .cancelled
        case .middleware(let error): .middleware(error)
        }
    }
}
