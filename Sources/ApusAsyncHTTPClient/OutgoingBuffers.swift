internal import ApusRuntime
internal import NIOCore

/// A request's stream in the library's currency, in pieces of bounded size. Each piece asked for is progress.
struct OutgoingBuffers: AsyncSequence, Sendable {
    typealias Element = ByteBuffer

    static let pieceSize = 1 << 18

    let stream: ByteStream
    let watchdog: Watchdog

    func makeAsyncIterator() -> Iterator {
        Iterator(pieces: stream.makeAsyncIterator(), watchdog: watchdog)
    }

    struct Iterator: AsyncIteratorProtocol {
        var pieces: ByteStream.Iterator
        let watchdog: Watchdog
        private var rest = ByteBuffer()

        init(pieces: ByteStream.Iterator, watchdog: Watchdog) {
            self.pieces = pieces
            self.watchdog = watchdog
        }

        mutating func next() async throws -> ByteBuffer? {
            watchdog.touch()
            if rest.readableBytes == 0 {
                do {
                    guard let piece = try await pieces.next() else { return nil }
                    rest = ByteBuffer(bytes: piece)
                } catch {
                    throw RequestBodyFailure(error)
                }
            }
            return rest.readSlice(length: Swift.min(rest.readableBytes, OutgoingBuffers.pieceSize))
        }
    }
}
