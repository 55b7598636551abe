internal import ApusRuntime
internal import NIOCore

/// A request's stream in the library's currency, in pieces of bounded size. Each piece asked for is progress.
///
/// The library hands each piece to the connection's event loop, and only there it is told to wait: while a loop is busy,
/// it would ask for piece after piece, and a body larger than the memory would wait in the loop's queue. So from time to
/// time all loops are asked to come by first. What was handed over before is then written, or the library waits.
struct OutgoingBuffers: AsyncSequence, Sendable {
    typealias Element = ByteBuffer

    static let pieceSize = 1 << 18
    /// How many bytes may be on their way to a loop.
    private static let stride = 1 << 20

    let stream: ByteStream
    let watchdog: Watchdog
    let loops: any EventLoopGroup

    func makeAsyncIterator() -> Iterator {
        Iterator(pieces: stream.makeAsyncIterator(), watchdog: watchdog, loops: loops)
    }

    struct Iterator: AsyncIteratorProtocol {
        var pieces: ByteStream.Iterator
        let watchdog: Watchdog
        let loops: any EventLoopGroup
        private var rest = ByteBuffer()
        private var ahead = 0

        init(pieces: ByteStream.Iterator, watchdog: Watchdog, loops: any EventLoopGroup) {
            self.pieces = pieces
            self.watchdog = watchdog
            self.loops = loops
        }

        mutating func next() async throws -> ByteBuffer? {
            watchdog.touch()
            if ahead >= OutgoingBuffers.stride { try await catchUp() }
            if rest.readableBytes == 0 {
                do {
                    guard let piece = try await pieces.next() else { return nil }
                    rest = ByteBuffer(bytes: piece)
                } catch {
                    throw RequestBodyFailure(error)
                }
            }
            let length = Swift.min(rest.readableBytes, OutgoingBuffers.pieceSize)
            ahead += length
            return rest.readSlice(length: length)
        }

        /// A loop does one thing after the other, in the order in which they were asked for.
        private mutating func catchUp() async throws {
            let visits = loops.makeIterator().map { $0.submit {} }
            try await EventLoopFuture.andAllComplete(visits, on: loops.any()).get()
            ahead = 0
        }
    }
}
