/// One page, with its whole response and the position of the next page.
public struct APIPage<Operation: PagedOperation>: Sendable {
    public let response: APIResponse<Operation>
    public let items: [Operation.PageItem]
    /// The position of this page; nil for the first page of an operation whose arguments select none.
    public let position: PagePosition?
    /// The position of the next page; nil: this is the last one. Pass it to
    /// ``APIClient/pages(of:from:fetchesAhead:options:)`` to continue from there, also in another process.
    public let next: PagePosition?
    /// The number of items on all pages, if the server reports it.
    public let total: Int?

    public var value: Operation.Success { response.value }
}
