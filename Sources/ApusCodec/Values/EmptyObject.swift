/// An object without members that matter: `{}`. Members that come are ignored.
public struct EmptyObject: APIObject {
    /// The only value.
    public init() {}

    /// Ignores all members.
    public init(from object: inout ObjectReader) {}

    /// Writes no member.
    public func write(to object: inout ObjectWriter) {}
}
