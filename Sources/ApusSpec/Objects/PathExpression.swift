/// A name in a path template with what a router makes of it.
struct PathExpression: Equatable {
    /// What stands in the braces: `proxy+`.
    let text: String
    /// `proxy`.
    let name: String
    /// Whether the value may hold slashes.
    let spansSegments: Bool
}
