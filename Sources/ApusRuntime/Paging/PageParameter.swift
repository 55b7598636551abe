/// Where a request says which page it wants.
public enum PageParameter: Sendable, Hashable {
    /// A query parameter, by its name.
    case query(String)
    /// A member of the JSON or form body, by its JSON pointer (RFC 6901): `/paging/cursor`. Objects on the way are made.
    case body(String)
}
