/// One page, with everything that came and where to go on.
public struct APIPage<Operation: PagedOperation>: Sendable {
    public let response: APIResponse<Operation>
    public let items: [Operation.PageItem]
    /// nil for the first page of an operation that says nothing else.
    public let position: PagePosition?
    /// Where the next page begins; nil: this is the last one. Give it to
    /// ``APIClient/pages(of:from:fetchesAhead:options:)`` to go on from there, also in another process.
    public let next: PagePosition?
    /// The number of items on all pages, where the server tells it.
    public let total: Int?

    public var value: Operation.Success { response.value }
}
