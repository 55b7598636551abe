// The client in this module is generated from openapi.yaml beside this file, by the build. What is written by hand goes here.

extension Book {
    /// `Title, by Author`
    public var headline: String {
        author.map { "\(title), by \($0.name)" } ?? title
    }
}
