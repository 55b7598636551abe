/// A sequence of values: of a response with JSON Lines, a JSON sequence or events, or of a request that sends them.
///
/// Items are read on demand, and leaving the loop ends the exchange. A response's stream can be iterated once.
/// Iterating throws ``StreamItemProblem`` for an item that does not decode, and ``TransportProblem`` for the
/// connection.
public struct ItemStream<Item: APIValue>: AsyncSequence, Sendable {
    public typealias Element = Item

    private let start: @Sendable () -> Iterator
    /// Whether a second iteration gives the same items.
    public let isReplayable: Bool

    /// A stream of the given items.
    public init(_ items: [Item]) {
        isReplayable = true
        start = {
            var rest = items[...]
            return Iterator { rest.popFirst() }
        }
    }

    /// A stream of the items of another sequence, such as an `AsyncStream`.
    public init<Source: AsyncSequence & Sendable>(
        _ source: Source, isReplayable: Bool = false
    ) where Source.Element == Item {
        self.isReplayable = isReplayable
        start = {
            var iterator = source.makeAsyncIterator()
            return Iterator { try await iterator.next() }
        }
    }

    init(starting start: @escaping @Sendable () -> (() async throws -> Item?)) {
        isReplayable = false
        self.start = { Iterator(start()) }
    }

    public func makeAsyncIterator() -> Iterator {
        start()
    }

    public struct Iterator: AsyncIteratorProtocol {
        private let item: () async throws -> Item?

        init(_ item: @escaping () async throws -> Item?) {
            self.item = item
        }

        public mutating func next() async throws -> Item? {
            try await item()
        }
    }

    /// All items at once, for streams that end.
    public func collect() async throws -> [Item] {
        var items: [Item] = []
        for try await item in self { items.append(item) }
        return items
    }
}
