internal import HTTPTypes

extension ClientCore {
    /// The typed layer over ``perform(_:options:record:)``, with everything that depends on the operation's types.
    func call<Operation: APIOperation>(
        _ operation: Operation, _ options: CallOptions
    ) async throws(APIError<Operation.Failure>) -> APIResponse<Operation> {
        let options = options.completed(by: self.options)
        return try await call(Operation.self, write(operation, options), options)
    }

    /// Writes the operation's arguments, completed by the client's, and checks them where the options require it.
    func write<Operation: APIOperation>(_ operation: Operation, _ options: CallOptions) -> RequestWriter {
        let isChecked = options.checks?.checksRequests == true
        var writer = RequestWriter(
            descriptor: Operation.descriptor, constraints: isChecked ? Operation.constraints : nil)
        var operation = operation
        operation.complete(by: parameters)
        writer.operation = operation
        operation.encode(into: &writer)
        return writer
    }

    /// - Parameters:
    ///   - writer: The operation's arguments.
    ///   - options: The call's options, completed with the client's.
    func call<Operation: APIOperation>(
        _ type: Operation.Type, _ writer: RequestWriter, _ options: CallOptions
    ) async throws(APIError<Operation.Failure>) -> APIResponse<Operation> {
        try await exchange(type, writer, options).response
    }

    /// The same with what was received, for errors about a success.
    func exchange<Operation: APIOperation>(
        _ type: Operation.Type, _ writer: RequestWriter, _ options: CallOptions
    ) async throws(APIError<Operation.Failure>) -> (response: APIResponse<Operation>, received: ReceivedResponse) {
        var received = try await receiveSuccess(Operation.self, writer, options)
        if let found = findRejection(in: received.reader, of: writer.descriptor) {
            // Text of the server, which may repeat a credential.
            let redacted = received.redacted()
            let rejection = findRejection(in: redacted.reader, of: writer.descriptor) ?? found
            throw APIError(.rejected(rejection), details: redacted.details(nil))
        }
        received.reader.isStrict = options.checks?.checksResponses == true
        let context = makeContext(of: writer.descriptor, options, status: received.reader.status)
        let value = context.apply {
            let value = Operation.decode(&received.reader)
            received.reader.observeSuccess(of: writer)
            return value
        }
        if let problem = received.reader.problem {
            let details = received.details(problem)
            throw APIError(.decoding(details.decodingProblem ?? problem), details: details)
        }
        let reader = received.reader
        let response = APIResponse<Operation>(
            value: value, status: reader.status, headers: reader.headers, bytes: reader.bytes,
            attempts: received.attempts, dropped: context?.report?.problems ?? [])
        return (response, received)
    }

    /// The decoding context of a call; nil: the standard rules.
    func makeContext(
        of operation: OperationDescriptor, _ options: CallOptions, status: Int
    ) -> DecodingContext? {
        DecodingContext(
            decoding, onMismatch: options.onMismatch, operation: operation.id,
            observation: ContractObservation(options.checks, operation: operation.id, part: .response(status: status)))
    }

    private func findRejection(in reader: ResponseReader, of operation: OperationDescriptor) -> Rejection? {
        let rules = rejections.filter { !$0.exceptions.contains(operation.id) }
        guard !rules.isEmpty, !operation.streams, let body = JSONLookup(reader.bytes) else { return nil }
        for rule in rules {
            if let value = body.value(at: rule.pointer), rule.matches(value) {
                return Rejection(rule, value: value, body: body)
            }
        }
        return nil
    }

    /// A documented body that does not match the document becomes `.undocumented`; the error keeps the problem.
    static func failure<Failure: APIFailure>(_ received: ReceivedResponse) -> APIError<Failure> {
        let received = received.redacted()
        var reader = received.reader
        let failure = Failure.decode(&reader)
        reader.observeFailure()
        let details = received.details(reader.problem)
        if reader.problem != nil {
            return APIError(.response(.undocumented(status: reader.status, body: reader.rawBody)), details: details)
        }
        if reader.status == 429, reader.isUndocumented {
            return APIError(.rateLimited(retryAfter: details.retryAfter), details: details)
        }
        return APIError(.response(failure), details: details)
    }

    static func kind<Failure>(of problem: CallProblem) -> APIError<Failure>.Kind {
        switch problem {
        case .encoding(let problem): .encoding(problem)
        case .credentials(let problem): .credentials(problem)
        case .transport(let problem): .transport(problem)
        case .cancelled: .cancelled
        case .middleware(let error): .middleware(error)
        }
    }
}
