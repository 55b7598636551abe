internal import ApusJSON

extension APIValue {
    /// Checks the limits of the document that the type does not express: lengths, ranges, patterns, counts, constants, dependencies.
    ///
    /// - Throws: ``ValidationError`` with every violation and its path.
    public func validate() throws(ValidationError) {
        let violations = violations()
        if !violations.isEmpty { throw ValidationError(violations) }
    }

    /// What ``validate()`` throws; empty for a valid value.
    ///
    /// The value is written once. Writing tells where models with constraints are, and their constraints are then held against what
    /// stands there, so that models need no code for it.
    public func violations() -> [Violation] {
        var state = EncodingState(style: .storage)
        defer { state.deallocate() }
        state.constrained = []
        JSONEncoding.write(self, to: &state)
        if let problem = state.problem {
            return [Violation(path: problem.path, keyword: "type", demand: problem.reason.description)]
        }
        guard let found = state.constrained, !found.isEmpty,
            let tape = try? JSONTape(scanning: state.written, maximumDepth: EncodingState.maximumDepth + 8)
        else { return [] }
        return withExtendedLifetime(tape) { check(found, in: tape, of: state.base) }
    }

    private func check(
        _ found: [EncodingState.Constrained], in tape: borrowing JSONTape, of bytes: UnsafePointer<UInt8>
    )
        -> [Violation]
    {
        let state = DecodingState(bytes: bytes, entries: tape.entries, scalars: .typed)
        defer { state.deallocate() }
        var checker = ConstraintChecker()
        var index = 0
        for model in found {
            // Both are in the order of the text.
            while index < tape.count, tape[index].offset < model.offset { index += 1 }
            guard index < tape.count, let schema = try? JSONValue(json: model.constraints.description) else { continue }
            var path = TapePath(bytes: bytes, entries: tape.entries)
            path.descend(to: index)
            checker.check(JSONTree.build(state, at: index), against: schema, at: path.text)
        }
        return checker.violations
    }
}
