/// An operation's pagination. Pointers are JSON pointers (RFC 6901) into the body of a response; an empty one is the
/// whole body.
///
/// The pages end by whichever comes first: the condition of ``Style``, ``more``, ``pages`` or ``total``. Without the
/// last three, numbers and offsets end at an empty page: a page shorter than requested does not prove the end, because
/// servers limit page sizes.
@_documentation(visibility: internal)
public struct PagingRule: Sendable, Hashable {
    public enum Style: Sendable, Hashable {
        /// 1, 2, 3 … from `first`, or from the operation's own argument. Ends at an empty page.
        case pageNumber(PageParameter, first: Int = 1)
        /// The number of items to skip, from zero or the operation's own argument. Ends at an empty page.
        case offset(PageParameter)
        /// The value at `at` in the page, a string or a number, until it is absent.
        case cursor(PageParameter, at: String)
        /// A member of the page's last item (its id, its time of creation): `items` is the array in the body, `at` a
        /// pointer into its last element. Ends at an empty page.
        case lastItem(PageParameter, items: String, at: String)
        /// The URL at `at` in the page, until it is absent. See ``APIClient/pages(of:from:fetchesAhead:options:)`` for
        /// URLs on another host.
        case nextURL(at: String)
        /// The `Link` header with `rel="next"` (RFC 8288), until it is absent.
        case link
    }

    var style: Style
    /// The pointer to the number of items on all pages.
    var total: String?
    /// The pointer to the number of pages.
    var pages: String?
    /// The pointer to a boolean for further pages: `false` ends the pages.
    var more: String?

    public init(_ style: Style, total: String? = nil, pages: String? = nil, more: String? = nil) {
        self.style = style
        self.total = total
        self.pages = pages
        self.more = more
    }
}
