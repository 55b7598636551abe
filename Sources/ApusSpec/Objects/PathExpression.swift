/// A name in a path template with its router syntax.
struct PathExpression: Equatable {
    /// The text in the braces: `proxy+`.
    let text: String
    /// `proxy`.
    let name: String
    /// Whether the value may contain slashes.
    let spansSegments: Bool
}
