internal import HTTPTypes

/// A response ready to be decoded.
struct ReceivedResponse {
    var reader: ResponseReader
    let operation: String
    let attempts: Int
    let obstacle: RetryObstacle?

    init(_ reader: ResponseReader, of operation: String, _ record: CallRecord) {
        self.reader = reader
        self.operation = operation
        attempts = record.attempts
        obstacle = record.obstacle
    }

    /// Why there is none, with what is known.
    struct Interruption: Error {
        let problem: CallProblem
        let details: CallDetails
    }

    func details(_ problem: DecodingProblem?) -> CallDetails {
        var details = CallDetails(operation: operation, attempts: attempts)
        details.status = reader.status
        details.headers = reader.headers
        details.body = reader.bytes
        details.retryAfter = RetryAfter.wait(status: reader.status, headers: reader.headers)
        details.decodingProblem = problem
        details.retryObstacle = obstacle
        return details
    }
}

extension ClientCore {
    /// Performs, and reads the body as a whole unless it is a success that the operation streams.
    func receive(
        _ writer: RequestWriter, options: CallOptions
    ) async throws(ReceivedResponse.Interruption) -> ReceivedResponse {
        let record = makeRecord(options)
        let operation = writer.descriptor.id
        let response: HTTPResponseStream
        do throws(CallProblem) {
            response = try await perform(writer, options: options, record: record)
        } catch {
            var details = CallDetails(operation: operation, attempts: record.attempts)
            details.retryObstacle = record.obstacle
            throw ReceivedResponse.Interruption(problem: error, details: details)
        }
        let status = response.head.status.code
        let headers = response.head.headerFields
        if writer.descriptor.isSuccess(status), writer.descriptor.isStreamed(headers[.contentType]) {
            let reader = ResponseReader(
                status: status, headers: headers, stream: response.body, itemLimit: bodyLimit,
                resume: { [self] lastEventID in try await resume(writer, options: options, after: lastEventID) })
            return ReceivedResponse(reader, of: operation, record)
        }
        let (bytes, problem) = await read(response.body, within: record.deadline)
        let reader = ResponseReader(status: status, headers: headers, bytes: bytes)
        let received = ReceivedResponse(reader, of: operation, record)
        if let problem { throw ReceivedResponse.Interruption(problem: problem, details: received.details(nil)) }
        return received
    }

    /// Sends the request of an event stream again; nil for 204 (WHATWG HTML, "Processing model" of event sources).
    private func resume(
        _ writer: RequestWriter, options: CallOptions, after lastEventID: String?
    ) async throws -> ByteStream? {
        var options = options
        if let lastEventID, let name = HTTPField.Name("Last-Event-ID") { options.headers[name] = lastEventID }
        let response: HTTPResponseStream
        do throws(CallProblem) {
            response = try await perform(writer, options: options, record: makeRecord(options))
        } catch .transport(let problem) {
            throw problem
        } catch .cancelled {
            throw CancellationError()
        }
        switch response.head.status.code {
        case 204: return nil
        case 200: return response.body
        case let status:
            throw TransportProblem(.invalidResponse, "reconnecting to the event stream was answered with \(status)")
        }
    }

    private func read(_ body: ByteStream, within deadline: CallDeadline?) async -> ([UInt8], CallProblem?) {
        guard let deadline else { return await read(body) }
        let partial = Lock<[UInt8]>([])
        let result = await deadline.run {
            let (bytes, problem) = await self.read(body)
            partial.withLock { $0 = bytes }
            return problem.map { .failure($0) } ?? .success(())
        }
        let bytes = partial.withLock { $0 }
        guard case .failure(let problem) = result else { return (bytes, nil) }
        return (bytes, problem)
    }

    /// Keeps what came before a problem.
    func read(_ body: ByteStream) async -> ([UInt8], CallProblem?) {
        var bytes: [UInt8] = []
        do {
            for try await piece in body {
                guard piece.count <= bodyLimit - bytes.count else {
                    let problem = TransportProblem(.bodyTooLarge, "the body has more than \(bodyLimit) bytes")
                    return (bytes, .transport(problem))
                }
                if bytes.isEmpty { bytes = piece } else { bytes.append(contentsOf: piece) }
            }
            return (bytes, nil)
        } catch {
            return (bytes, CallProblem(catching: error))
        }
    }
}
