internal import ApusRuntime
internal import NIOCore

/// A request's stream in the library's currency. Each piece asked for is progress.
struct OutgoingBuffers: AsyncSequence, Sendable {
    typealias Element = ByteBuffer

    let stream: ByteStream
    let watchdog: Watchdog

    func makeAsyncIterator() -> Iterator {
        Iterator(pieces: stream.makeAsyncIterator(), watchdog: watchdog)
    }

    struct Iterator: AsyncIteratorProtocol {
        var pieces: ByteStream.Iterator
        let watchdog: Watchdog

        mutating func next() async throws -> ByteBuffer? {
            watchdog.touch()
            do {
                return try await pieces.next().map { ByteBuffer(bytes: $0) }
            } catch {
                throw RequestBodyFailure(error)
            }
        }
    }
}
