internal import ApusPlatform
internal import HTTPTypes

/// A response ready to be decoded.
struct ReceivedResponse {
    var reader: ResponseReader
    let operation: String
    let attempts: Int
    let obstacle: RetryObstacle?
    private let isAnsweredElsewhere: Bool
    /// Has the secrets that were sent as credentials.
    private let record: CallRecord
    /// Whether the secrets are already removed.
    private var isRedacted = false

    init(_ reader: ResponseReader, of operation: String, _ record: CallRecord) {
        self.reader = reader
        isAnsweredElsewhere = record.isAnsweredElsewhere
        self.record = record
        self.operation = operation
        attempts = record.attempts
        obstacle = record.obstacle
    }

    /// The reason why there is no response, with the data received so far.
    struct Interruption: Error {
        let problem: CallProblem
        let details: CallDetails
    }

    /// Removes secrets from a failure, because the server may quote the credentials that it received. A success is
    /// passed to the caller unchanged.
    func redacted() -> ReceivedResponse {
        if isRedacted { return self }
        var copy = self
        copy.isRedacted = true
        let redactor = record.redactor
        let headers = redactor.redact(reader.headers)
        let bytes = redactor.redact(reader.bytes, contentType: reader.contentType)
        if headers != reader.headers || bytes != reader.bytes {
            copy.reader = ResponseReader(status: reader.status, headers: headers, bytes: bytes)
        }
        return copy
    }

    func details(_ problem: DecodingProblem?) -> CallDetails {
        let reader = redacted().reader
        var details = CallDetails(operation: operation, attempts: attempts)
        details.status = reader.status
        details.headers = reader.headers
        details.body = reader.bytes
        details.isAnsweredElsewhere = isAnsweredElsewhere
        details.retryAfter = RetryAfter.wait(status: reader.status, headers: reader.headers)
        details.decodingProblem = problem.map { record.redactor.redact($0) }
        details.retryObstacle = obstacle
        details.messageRule = record.messageRule
        details.sent = record.sent
        return details
    }
}

extension ClientCore {
    /// Performs the call, and reads the body as a whole unless it is a streamed success.
    func receive(
        _ writer: RequestWriter, options: CallOptions
    ) async throws(ReceivedResponse.Interruption) -> ReceivedResponse {
        let record = makeRecord(writer, options)
        let operation = writer.descriptor.id
        let response: HTTPResponseStream
        do throws(CallProblem) {
            response = try await perform(writer, options: options, record: record)
        } catch {
            var details = CallDetails(operation: operation, attempts: record.attempts)
            details.retryObstacle = record.obstacle
            details.sent = record.sent
            throw ReceivedResponse.Interruption(problem: error, details: details)
        }
        let status = response.head.status.code
        let headers = response.head.headerFields
        let limit = options.bodyLimit ?? CallOptions.standardBodyLimit
        if writer.descriptor.isSuccess(status), writer.descriptor.isStreamed(headers[.contentType]) {
            var reader = ResponseReader(
                status: status, headers: headers, stream: response.body, itemLimit: limit, timer: timer,
                resume: { [self] lastEventID in
                    try await resume(writer, options: options, after: lastEventID, for: record)
                })
            reader.redaction = StreamRedaction { record.redactor }
            return ReceivedResponse(reader, of: operation, record)
        }
        let (bytes, problem) = await read(response.body, upTo: limit, within: record.deadline)
        let reader = ResponseReader(status: status, headers: headers, bytes: bytes)
        let received = ReceivedResponse(reader, of: operation, record)
        if let problem {
            throw ReceivedResponse.Interruption(
                problem: record.redactor.redact(problem), details: received.details(nil))
        }
        return received
    }

    /// Sends the request of an event stream again; nil for 204 (WHATWG HTML, "Processing model" of event sources).
    ///
    /// - Parameter first: The call that began the stream, which knows all secrets of it.
    private func resume(
        _ writer: RequestWriter, options: CallOptions, after lastEventID: String?, for first: CallRecord
    ) async throws -> ByteStream? {
        let record = makeRecord(writer, options)
        defer { first.noteSecrets(of: record) }
        var options = options
        if let lastEventID, let name = HTTPField.Name("Last-Event-ID") { options.headers[name] = lastEventID }
        let response: HTTPResponseStream
        do throws(CallProblem) {
            response = try await perform(writer, options: options, record: record)
        } catch {
            throw Self.streamProblem(error)
        }
        return try Self.events(of: response)
    }

    /// Converts a problem to the error type of streams.
    private static func streamProblem(_ problem: CallProblem) -> any Error {
        switch problem {
        case .transport(let problem): problem
        case .cancelled: CancellationError()
        case .encoding, .credentials, .middleware: problem
        }
    }

    private static func events(of response: HTTPResponseStream) throws(TransportProblem) -> ByteStream? {
        let status = response.head.status.code
        if status == 204 { return nil }
        guard status == 200 else {
            throw TransportProblem(.invalidResponse, "reconnecting to the event stream was answered with \(status)")
        }
        guard ContentType(response.head.headerFields[.contentType] ?? "") == .eventStream else {
            throw TransportProblem(.invalidResponse, "reconnecting was answered with what is no event stream")
        }
        return response.body
    }

    private func read(
        _ body: ByteStream, upTo limit: Int, within deadline: CallDeadline?
    ) async -> ([UInt8], CallProblem?) {
        guard let deadline else { return await read(body, upTo: limit) }
        let partial = Lock<[UInt8]>([])
        let result = await deadline.run {
            let (bytes, problem) = await self.read(body, upTo: limit)
            partial.withLock { $0 = bytes }
            return problem.map { .failure($0) } ?? .success(())
        }
        let bytes = partial.withLock { $0 }
        guard case .failure(let problem) = result else { return (bytes, nil) }
        return (bytes, problem)
    }

    /// Keeps the bytes received before a problem.
    func read(_ body: ByteStream, upTo limit: Int) async -> ([UInt8], CallProblem?) {
        var bytes: [UInt8] = []
        do {
            for try await piece in body {
                guard piece.count <= limit - bytes.count else {
                    let problem = TransportProblem(.bodyTooLarge, "the body has more than \(limit) bytes")
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
