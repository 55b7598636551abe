internal import ApusRuntime
internal import AsyncHTTPClient
internal import NIOCore

/// The library's body → stream.
enum ResponseBody {
    static func stream(_ body: HTTPClientResponse.Body, timeout: Duration?, holder: ClientHolder) -> ByteStream {
        let once = Once()
        return ByteStream(starting: {
            guard once.take() else { return { throw TransportProblem(.bodyConsumed, "the body was read before") } }
            let cursor = Cursor(body.makeAsyncIterator(), holder: holder)
            return {
                do {
                    let piece = try await Watchdog.run(timeout) { _ in try await cursor.next() }
                    // A cancelled body looks like one that ended.
                    if piece == nil, Task.isCancelled { throw TransportProblem(.cancelled, "") }
                    return piece
                } catch {
                    throw ErrorMapping.problem(error, during: .body)
                }
            }
        })
    }

    /// Only one piece is asked for at a time, though from a child task.
    private final class Cursor: @unchecked Sendable {
        private var iterator: HTTPClientResponse.Body.AsyncIterator
        private let holder: ClientHolder

        init(_ iterator: HTTPClientResponse.Body.AsyncIterator, holder: ClientHolder) {
            self.iterator = iterator
            self.holder = holder
        }

        func next() async throws -> [UInt8]? {
            try await iterator.next().map { [UInt8](buffer: $0) }
        }
    }
}
