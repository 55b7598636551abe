/// Values one after the other: what a response brings as JSON Lines, a JSON sequence or events, or what a request sends so.
///
/// Nothing is read before it is asked for, and leaving the loop ends the exchange. A response's stream can be iterated
/// once. Iterating throws ``StreamItemProblem`` for an item that does not fit, ``TransportProblem`` for the connection.
public struct ItemStream<Item: APIValue>: AsyncSequence, Sendable {
    public typealias Element = Item

    private let start: @Sendable () -> Iterator
    /// Whether it gives the same items a second time.
    public let isReplayable: Bool

    /// Values that are there already.
    public init(_ items: [Item]) {
        isReplayable = true
        start = {
            var rest = items[...]
            return Iterator { rest.popFirst() }
        }
    }

    /// Values as another sequence gives them, such as an `AsyncStream`.
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

    /// All items at once; for streams that end.
    public func collect() async throws -> [Item] {
        var items: [Item] = []
        for try await item in self { items.append(item) }
        return items
    }
}
