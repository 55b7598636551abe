/// How an operation's pages follow each other, and how code reaches the items of one.
public struct PagingDecl: Equatable, Sendable {
    /// The runtime's `PagingRule.Style`.
    public enum Style: String, Equatable, Sendable, CaseIterable {
        case pageNumber, offset, cursor, lastItem, nextURL, link
    }

    /// Where a request says which page it wants.
    public enum Parameter: Equatable, Sendable {
        case query(String)
        /// A JSON pointer into the body.
        case body(String)
    }

    /// One step from the operation's value, called `page`, to the list of items.
    public enum Step: Equatable, Sendable {
        /// `.name`
        case member(String)
        /// `["key"]`
        case key(String)
        /// `?`: what follows is reached only where there is something.
        case unwrap
        /// `.wrapped` of the runtime's `Nullable`.
        case wrapped
        /// `.array` of the runtime's `JSONValue`.
        case array
    }

    public var style: Style
    /// nil for styles whose next page is an address.
    public var parameter: Parameter?
    /// The first page's number.
    public var first: Int
    /// JSON pointers into the body of a response.
    public var items: String
    public var cursor: String?
    public var total: String?
    public var pages: String?
    public var more: String?
    /// Filled by the paging pass, like the two below it.
    public var steps: [Step]
    /// Whether the last step leads to an optional.
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
