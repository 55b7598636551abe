/// An object without declared members: `{}`. Received members are ignored.
public struct EmptyObject: APIObject {
    /// Creates the only value.
    public init() {}

    /// Ignores all members.
    public init(from object: inout ObjectReader) {}

    /// Writes no member.
    public func write(to object: inout ObjectWriter) {}
}
