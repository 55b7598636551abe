/// An operation with paginated responses, by a rule in the document, an overlay or `apus.yaml`.
///
/// ``APIClient/pages(of:from:fetchesAhead:options:)`` and ``APIClient/items(of:from:fetchesAhead:options:)`` iterate
/// over them.
public protocol PagedOperation: APIOperation {
    associatedtype PageItem: Sendable

    @_documentation(visibility: internal)
    static var paging: PagingRule { get }
    /// The items of a page; empty where the page has no list.
    @_documentation(visibility: internal)
    static func items(of page: Success) -> [PageItem]
}
