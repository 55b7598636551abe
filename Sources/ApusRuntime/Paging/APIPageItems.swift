/// The items of all pages of an operation in sequence; a page is fetched when iteration reaches its first item.
public struct APIPageItems<Operation: PagedOperation>: AsyncSequence, Sendable {
    public typealias Element = Operation.PageItem

    let pages: APIPages<Operation>

    public func makeAsyncIterator() -> Iterator {
        Iterator(pages: pages.makeAsyncIterator())
    }

    public struct Iterator: AsyncIteratorProtocol {
        private var pages: APIPages<Operation>.Iterator
        private var items: ArraySlice<Operation.PageItem> = []

        init(pages: APIPages<Operation>.Iterator) {
            self.pages = pages
        }

        /// The next item; nil after the last item of the last page.
        public mutating func next() async throws(APIError<Operation.Failure>) -> Operation.PageItem? {
            try await advance(isolation: nil)
        }

        @available(macOS 15, iOS 18, tvOS 18, watchOS 11, visionOS 2, *)
        public mutating func next(
            isolation actor: isolated (any Actor)?
        ) async throws(APIError<Operation.Failure>) -> Operation.PageItem? {
            try await advance(isolation: actor)
        }

        private mutating func advance(
            isolation actor: isolated (any Actor)?
        ) async throws(APIError<Operation.Failure>) -> Operation.PageItem? {
            while items.isEmpty {
                guard let page = try await pages.advance(isolation: actor) else { return nil }
                items = page.items[...]
            }
            return items.removeFirst()
        }
    }
}
