/// An operation's pagination, and the code that reaches the items of a page.
public struct PagingDecl: Equatable, Sendable {
    /// The runtime's `PagingRule.Style`.
    public enum Style: String, Equatable, Sendable, CaseIterable {
        case pageNumber, offset, cursor, lastItem, nextURL, link
    }

    /// The part of a request that selects a page.
    public enum Parameter: Equatable, Sendable {
        case query(String)
        /// A JSON pointer into the body.
        case body(String)
    }

    public var style: Style
    /// nil for styles whose next page is a URL.
    public var parameter: Parameter?
    /// Whether the rule is in an extension of another generator.
    public var isForeign = false
    /// The first page's number.
    public var first: Int
    /// JSON pointers into the body of a response.
    public var items: String
    public var cursor: String?
    public var total: String?
    public var pages: String?
    public var more: String?
    /// The way from the operation's value to the list of items. Set by the paging pass, like the next two properties.
    public var steps: [AccessStep]
    /// Whether the last step yields an optional.
    public var isOptional: Bool
    public var item: TypeRef

    public init(style: Style, parameter: Parameter?, items: String) {
        self.style = style
        self.parameter = parameter
        self.items = items
        first = 1
        steps = []
        isOptional = false
        item = .json
    }
}
