/// How an operation's pages follow each other. Pointers are JSON pointers (RFC 6901) into the body of a response; an
/// empty one is the whole body.
///
/// What ends the pages, whichever comes first: what ``Style`` says, ``more``, ``pages`` and ``total``. Without any of the
/// last three, numbers and offsets end at an empty page: a page shorter than was asked for proves nothing, since
/// servers cap sizes.
public struct PagingRule: Sendable, Hashable {
    public enum Style: Sendable, Hashable {
        /// 1, 2, 3 … from `first`, or from where the operation's own argument starts. Ends at an empty page.
        case pageNumber(PageParameter, first: Int = 1)
        /// How many items to skip, from zero or the operation's own argument. Ends at an empty page.
        case offset(PageParameter)
        /// What the page names in `at`, a string or a number, until it names nothing.
        case cursor(PageParameter, at: String)
        /// A member of the page's last item (its id, its time of creation): `items` is the list in the body, `at` a
        /// pointer into its last element. Ends at an empty page.
        case lastItem(PageParameter, items: String, at: String)
        /// The address that the page names in `at`, until it names none. See ``APIClient/pages(of:from:fetchesAhead:options:)``
        /// for addresses on another host.
        case nextURL(at: String)
        /// The `Link` header with `rel="next"` (RFC 8288), until there is none.
        case link
    }

    public var style: Style
    /// The number of items on all pages.
    public var total: String?
    /// The number of pages.
    public var pages: String?
    /// Whether there are more pages: `false` ends them.
    public var more: String?

    public init(_ style: Style, total: String? = nil, pages: String? = nil, more: String? = nil) {
        self.style = style
        self.total = total
        self.pages = pages
        self.more = more
    }
}
