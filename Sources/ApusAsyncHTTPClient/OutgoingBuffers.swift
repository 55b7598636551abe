internal import ApusRuntime
internal import NIOCore

/// A request's stream as the library's buffers, in chunks of limited size. Each requested chunk is progress.
///
/// The library passes each chunk to the connection's event loop, which alone can make it wait: while a loop is busy,
/// the library would request chunk after chunk, and a body larger than the memory would wait in the loop's queue.
/// Therefore all loops must run a task at regular intervals before the next chunk. All earlier chunks are then written,
/// or the library waits.
struct OutgoingBuffers: AsyncSequence, Sendable {
    typealias Element = ByteBuffer

    static let pieceSize = 1 << 18
    /// The maximum number of bytes in a loop's queue.
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

        /// A loop runs its tasks in order.
        private mutating func catchUp() async throws {
            let visits = loops.makeIterator().map { $0.submit {} }
            try await EventLoopFuture.andAllComplete(visits, on: loops.any()).get()
            ahead = 0
        }
    }
}
