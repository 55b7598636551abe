// The build generates the client in this module from openapi.yaml next to this file. Hand-written code goes here.

extension Book {
    /// `Title, by Author`
    public var headline: String {
        author.map { "\(title), by \($0.name)" } ?? title
    }
}
