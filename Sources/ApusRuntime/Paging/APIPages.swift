/// The pages of an operation, with one request for each, sent on demand.
///
/// Each iteration starts from the first page. An iteration that threw has ended; ``APIPage/next`` of the previous page
/// is the position to continue from.
public struct APIPages<Operation: PagedOperation>: AsyncSequence, Sendable {
    public typealias Element = APIPage<Operation>

    let walk: PageWalk<Operation>
    let fetchesAhead: Bool

    public func makeAsyncIterator() -> Iterator {
        Iterator(walk: walk, fetchesAhead: fetchesAhead)
    }

    public struct Iterator: AsyncIteratorProtocol {
        private var walk: PageWalk<Operation>
        private let fetchesAhead: Bool
        private var ahead: PageAhead<Operation>?

        init(walk: PageWalk<Operation>, fetchesAhead: Bool) {
            self.walk = walk
            self.fetchesAhead = fetchesAhead
        }

        /// The next page; nil after the last one.
        public mutating func next() async throws(APIError<Operation.Failure>) -> APIPage<Operation>? {
            try await advance(isolation: nil)
        }

        @available(macOS 15, iOS 18, tvOS 18, watchOS 11, visionOS 2, *)
        public mutating func next(
            isolation actor: isolated (any Actor)?
        ) async throws(APIError<Operation.Failure>) -> APIPage<Operation>? {
            try await advance(isolation: actor)
        }

        mutating func advance(
            isolation actor: isolated (any Actor)?
        ) async throws(APIError<Operation.Failure>) -> APIPage<Operation>? {
            let step: PageWalk<Operation>.Step
            if let ahead {
                step = await ahead.step()
            } else {
                step = await walk.step()
            }
            walk = step.walk
            ahead = nil
            guard let page = try step.result.get() else { return nil }
            if fetchesAhead, !walk.isOver { ahead = PageAhead(walk) }
            return page
        }
    }
}

/// A prefetched page; cancelled with its iterator.
private final class PageAhead<Operation: PagedOperation>: Sendable {
    private let task: Task<PageWalk<Operation>.Step, Never>

    init(_ walk: PageWalk<Operation>) {
        task = Task { await walk.step() }
    }

    deinit {
        task.cancel()
    }

    func step() async -> PageWalk<Operation>.Step {
        await withTaskCancellationHandler {
            await task.value
        } onCancel: {
            task.cancel()
        }
    }
}
