internal import ApusRuntime

/// Converts an exchange's chunks to a stream.
enum SessionResponseBody {
    static func stream(_ exchange: SessionExchange, timeout: Duration?, holder: SessionHolder) -> ByteStream {
        let once = Once()
        let guardian = Guardian(exchange: exchange, holder: holder)
        return ByteStream(starting: {
            guard once.claim() else { return { throw TransportProblem(.bodyConsumed, "the body was read before") } }
            return {
                do {
                    return try await Watchdog.run(timeout) { _ in try await guardian.exchange.nextPiece() }
                } catch {
                    throw SessionErrors.problem(error, during: .body)
                }
            }
        })
    }

    /// Released with the last copy of the stream, so that an unread body is not loaded further.
    private final class Guardian: Sendable {
        let exchange: SessionExchange
        private let holder: SessionHolder

        init(exchange: SessionExchange, holder: SessionHolder) {
            self.exchange = exchange
            self.holder = holder
        }

        deinit {
            exchange.cancel()
        }
    }
}
