internal import HTTPTypes

/// The state of an iteration over pages. A step returns the next page and the state after it.
struct PageWalk<Operation: PagedOperation>: Sendable {
    struct Step: Sendable {
        let walk: PageWalk
        let result: Result<APIPage<Operation>?, APIError<Operation.Failure>>
    }

    private let core: ClientCore
    private let operation: Operation
    private let options: CallOptions
    /// nil: the operation's arguments select the page.
    private var position: PagePosition?
    private(set) var isOver = false
    /// The reason why the next page cannot be requested.
    private var problem: PagingProblem?
    private var visited: Set<PagePosition> = []
    private var last: [UInt8] = []
    /// The number of items of the pages so far, if these began with the first page.
    private var count: Int?

    init(core: ClientCore, operation: Operation, options: CallOptions, position: PagePosition?) {
        self.core = core
        self.operation = operation
        self.options = options.completed(by: core.options)
        self.position = position
    }

    func step() async -> Step {
        var walk = self
        do throws(APIError<Operation.Failure>) {
            let page = try await walk.advance()
            return Step(walk: walk, result: .success(page))
        } catch {
            walk.isOver = true
            return Step(walk: walk, result: .failure(error))
        }
    }

    private mutating func advance() async throws(APIError<Operation.Failure>) -> APIPage<Operation>? {
        if isOver { return nil }
        if let problem { throw failure(problem) }
        let rule = Operation.paging
        var writer = core.write(operation, options)
        if let position { writer.turn(to: position, by: rule.style) }
        let number = writer.pageNumber(rule.style)
        let response = try await core.call(Operation.self, writer, options)
        let items = Operation.items(of: response.value)
        if let position, rule.isNumbered, !items.isEmpty, response.bytes == last {
            throw failure(.repeatedPage(position), response.attempts)
        }
        if position == nil, number == rule.first { count = 0 }
        count = count.map { $0 + items.count }
        let info = PageInfo(
            rule: rule, number: number, itemCount: items.count, itemsSoFar: count,
            headers: response.headers.fields, bytes: response.bytes)
        let page = APIPage<Operation>(
            response: response, items: items, position: position, next: turn(to: info.next), total: info.total)
        last = rule.isNumbered ? response.bytes : []
        return page
    }

    /// Records the next position, and returns it unless it was visited before.
    private mutating func turn(to next: Result<PagePosition?, PagingProblem>) -> PagePosition? {
        if let position { visited.insert(position) }
        switch next {
        case .failure(let problem): self.problem = problem
        case .success(nil): isOver = true
        case .success(let next?) where visited.contains(next): problem = .repeatedPosition(next)
        case .success(let next?):
            position = next
            return next
        }
        return nil
    }

    private func failure(_ problem: PagingProblem, _ attempts: Int = 0) -> APIError<Operation.Failure> {
        APIError(.paging(problem), details: CallDetails(operation: Operation.descriptor.id, attempts: attempts))
    }
}
