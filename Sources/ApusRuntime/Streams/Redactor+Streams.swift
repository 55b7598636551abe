/// Items of a stream are read when the call that they come from is over; what is told of them is told without its secrets all the same.
struct StreamRedaction: Sendable {
    /// Made when something is to be told, since a stream that reconnects sends further secrets.
    let redactor: @Sendable () -> Redactor

    /// The error of a stream, without the secrets.
    func redact(_ error: any Error) -> any Error {
        switch error {
        case let problem as StreamItemProblem: redactor().redact(problem)
        case let problem as TransportProblem: redactor().redact(problem)
        default: error
        }
    }
}

extension Redactor {
    func redact(_ problem: StreamItemProblem) -> StreamItemProblem {
        StreamItemProblem(item: problem.item, text: redact(problem.text), problem: redact(problem.problem))
    }
}

extension ItemStream {
    /// The same items; what is thrown is told without secrets.
    func redacted(by redaction: StreamRedaction?) -> ItemStream {
        guard let redaction else { return self }
        let items = self
        return ItemStream(starting: {
            var iterator = items.makeAsyncIterator()
            return {
                do { return try await iterator.next() } catch { throw redaction.redact(error) }
            }
        })
    }
}
