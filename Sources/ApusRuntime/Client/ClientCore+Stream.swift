extension ClientCore {
    /// The typed layer over ``perform(_:options:record:)`` for a success with a streamed body.
    func stream<Operation: APIOperation>(
        _ operation: Operation, _ options: CallOptions
    ) async throws(APIError<Operation.Failure>) -> StreamedResponse<Operation> {
        let options = options.completed(by: self.options)
        var writer = write(operation, options)
        (writer.descriptor.streams, writer.descriptor.buffers) = (true, [])
        var received = try await receiveSuccess(Operation.self, writer, options)
        return StreamedResponse(
            status: received.reader.status, headers: Operation.Headers(received.reader.headers),
            body: received.reader.stream(), attempts: received.attempts)
    }

    /// A success of an operation, not decoded yet.
    func receiveSuccess<Operation: APIOperation>(
        _ type: Operation.Type, _ writer: RequestWriter, _ options: CallOptions
    ) async throws(APIError<Operation.Failure>) -> ReceivedResponse {
        let received: ReceivedResponse
        do throws(ReceivedResponse.Interruption) {
            received = try await receive(writer, options: options)
        } catch {
            throw APIError(Self.kind(of: error.problem), details: error.details)
        }
        guard writer.descriptor.isSuccess(received.reader.status) else {
            throw makeContext(of: writer.descriptor, options, status: received.reader.status).apply {
                Self.failure(received)
            }
        }
        return received
    }
}
