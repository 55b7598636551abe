/// An operation whose answers come in pages, by a rule in the document, an overlay or `apus.yaml`.
///
/// ``APIClient/pages(of:from:fetchesAhead:options:)`` and ``APIClient/items(of:from:fetchesAhead:options:)`` go through them.
public protocol PagedOperation: APIOperation {
    associatedtype PageItem: Sendable

    static var paging: PagingRule { get }
    /// The list inside a page; empty where the page leaves it out.
    static func items(of page: Success) -> [PageItem]
}
