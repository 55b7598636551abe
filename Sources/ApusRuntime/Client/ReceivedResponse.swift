internal import HTTPTypes

/// A response ready to be decoded.
struct ReceivedResponse {
    var reader: ResponseReader
    let operation: String
    let attempts: Int

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
        details.retryAfter = RetryAfter.duration(in: reader.headers)
        details.decodingProblem = problem
        return details
    }
}

extension ClientCore {
    /// Performs, and reads the body as a whole unless it is a success that the operation streams.
    func receive(
        _ writer: RequestWriter, options: CallOptions
    ) async throws(ReceivedResponse.Interruption) -> ReceivedResponse {
        let record = CallRecord()
        let operation = writer.descriptor.id
        let response: HTTPResponseStream
        do throws(CallProblem) {
            response = try await perform(writer, options: options, record: record)
        } catch {
            let details = CallDetails(operation: operation, attempts: record.attempts)
            throw ReceivedResponse.Interruption(problem: error, details: details)
        }
        let status = response.head.status.code
        let headers = response.head.headerFields
        if writer.descriptor.streams, writer.descriptor.isSuccess(status) {
            let reader = ResponseReader(status: status, headers: headers, stream: response.body)
            return ReceivedResponse(reader: reader, operation: operation, attempts: record.attempts)
        }
        let (bytes, problem) = await read(response.body)
        let reader = ResponseReader(status: status, headers: headers, bytes: bytes)
        let received = ReceivedResponse(reader: reader, operation: operation, attempts: record.attempts)
        if let problem { throw ReceivedResponse.Interruption(problem: problem, details: received.details(nil)) }
        return received
    }

    /// Keeps what came before a problem.
    private func read(_ body: ByteStream) async -> ([UInt8], CallProblem?) {
        var bytes: [UInt8] = []
        do {
            for try await piece in body {
                guard piece.count <= bodyLimit - bytes.count else {
                    let problem = TransportProblem(.bodyTooLarge, "the body has more than \(bodyLimit) bytes")
                    return (bytes, .transport(problem))
                }
                bytes.append(contentsOf: piece)
            }
            return (bytes, nil)
        } catch {
            return (bytes, CallProblem(catching: error))
        }
    }
}
