/// A streamed body: chunks of bytes, in order.
///
/// The iterator applies back-pressure: chunks are read on demand. A response's stream can be iterated once; a second
/// iteration throws ``TransportProblem`` of kind `bodyConsumed`. Chunks are never empty.
public struct ByteStream: AsyncSequence, Sendable {
    public typealias Element = [UInt8]

    private let start: @Sendable () -> Iterator

    /// Wraps any sequence of chunks. It can be iterated as often as `pieces`.
    public init<Pieces: AsyncSequence & Sendable>(_ pieces: Pieces) where Pieces.Element == [UInt8] {
        start = {
            var iterator = pieces.makeAsyncIterator()
            return Iterator { try await iterator.next() }
        }
    }

    /// For transports: each call of `start` begins at the first byte and returns a function that returns the chunks.
    public init(starting start: @escaping @Sendable () -> (() async throws -> [UInt8]?)) {
        self.start = { Iterator(start()) }
    }

    /// A stream with one chunk, or none.
    public init(_ bytes: [UInt8]) {
        self.init(starting: {
            var rest: [UInt8]? = bytes.isEmpty ? nil : bytes
            return {
                defer { rest = nil }
                return rest
            }
        })
    }

    public func makeAsyncIterator() -> Iterator {
        start()
    }

    public struct Iterator: AsyncIteratorProtocol {
        private let piece: () async throws -> [UInt8]?

        init(_ piece: @escaping () async throws -> [UInt8]?) {
            self.piece = piece
        }

        public mutating func next() async throws -> [UInt8]? {
            while let bytes = try await piece() {
                if !bytes.isEmpty { return bytes }
            }
            return nil
        }
    }

    /// All bytes at once.
    ///
    /// - Parameter limit: The maximum number of bytes, 16 MiB by default; a longer stream throws ``TransportProblem``
    ///   of kind `bodyTooLarge`. The server chooses how much it sends, and compressed data can expand a thousandfold.
    public func collect(upTo limit: Int = 16 << 20) async throws -> [UInt8] {
        var all: [UInt8] = []
        for try await piece in self {
            guard piece.count <= limit - all.count else {
                throw TransportProblem(.bodyTooLarge, "the body has more than \(limit) bytes")
            }
            all.append(contentsOf: piece)
        }
        return all
    }
}
