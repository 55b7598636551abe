/// Bytes in pieces, in order: a streamed body.
///
/// Back-pressure is the iterator's: nothing is read before it is asked for. A response's stream can be iterated once;
/// a second iteration throws ``TransportProblem`` of kind `bodyConsumed`. Pieces are never empty.
public struct ByteStream: AsyncSequence, Sendable {
    public typealias Element = [UInt8]

    private let start: @Sendable () -> Iterator

    /// Wraps any sequence of pieces. It can be iterated as often as `pieces` can.
    public init<Pieces: AsyncSequence & Sendable>(_ pieces: Pieces) where Pieces.Element == [UInt8] {
        start = {
            var iterator = pieces.makeAsyncIterator()
            return Iterator { try await iterator.next() }
        }
    }

    /// For transports: each call of `start` begins at the first byte and gives a function that hands out the pieces.
    public init(starting start: @escaping @Sendable () -> (() async throws -> [UInt8]?)) {
        self.start = { Iterator(start()) }
    }

    /// One piece, or none.
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
    /// - Parameter limit: The most bytes to take, 16 MiB unless told; a longer stream throws ``TransportProblem`` of kind
    ///   `bodyTooLarge`. How much a server sends is its own choice, and what is compressed swells a thousandfold.
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
