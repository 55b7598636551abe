/// The part of a request that selects a page.
@_documentation(visibility: internal)
public enum PageParameter: Sendable, Hashable {
    /// A query parameter, by its name.
    case query(String)
    /// A member of the JSON or form body, by its JSON pointer (RFC 6901): `/paging/cursor`. Missing objects are
    /// created.
    case body(String)
}
