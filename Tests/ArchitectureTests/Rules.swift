import Testing

/// Fails with one line for every problem, so that a single run shows all of them.
func expectNone(_ problems: [String], _ rule: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let list = problems.map { "\n  " + $0 }.joined()
    let isKept = problems.isEmpty
    #expect(isKept, "\(rule)\(list)", sourceLocation: sourceLocation)
}
