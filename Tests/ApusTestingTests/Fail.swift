import Testing

/// Records an issue, for the `else` of a `guard` in a test.
func fail(_ text: String, at place: SourceLocation = #_sourceLocation) {
    Issue.record(Comment(rawValue: text), sourceLocation: place)
}
