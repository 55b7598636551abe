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
    public func violations() -> [Violation] { violations(isStrict: false) }

    /// - Parameter isStrict: Whether values count that open enumerations and unions took and the document does not name.
    func violations(isStrict: Bool) -> [Violation] {
        var state = EncodingState(style: .storage)
        defer { state.deallocate() }
        state.constrained = []
        state.writesUnknown = false
        if isStrict { state.unknown = [] }
        JSONEncoding.write(self, to: &state)
        if let problem = state.problem {
            return [Violation(path: problem.path, keyword: "type", demand: problem.reason.description)]
        }
        let (found, unknown) = (state.constrained ?? [], state.unknown ?? [])
        guard !found.isEmpty || !unknown.isEmpty,
            let tape = try? JSONTape(scanning: state.written, maximumDepth: EncodingState.maximumDepth + 8)
        else { return [] }
        return withExtendedLifetime(tape) {
            unknown.map { Violation($0, in: tape, of: state.base) } + check(found, in: tape, of: state.base)
        }
    }

    /// What ``violations()`` finds, and what the schema of `place` in an operation's constraints demands of a value that is no model.
    func violations(besides constraints: StaticString, for place: String) -> [Violation] {
        let own = violations()
        guard own.isEmpty, let schemas = try? JSONValue(json: constraints.description), let schema = schemas[place],
            let tree = try? JSONBridge.tree(self)
        else { return own }
        var checker = ConstraintChecker()
        checker.check(tree, against: schema, at: "")
        return checker.violations
    }

    private func check(
        _ found: [EncodingState.Constrained], in tape: borrowing JSONTape, of bytes: UnsafePointer<UInt8>
    ) -> [Violation] {
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

extension Violation {
    fileprivate init(_ unknown: EncodingState.Unknown, in tape: borrowing JSONTape, of bytes: UnsafePointer<UInt8>) {
        var path = TapePath(bytes: bytes, entries: tape.entries)
        path.descend(to: (0..<tape.count).first { tape[$0].offset >= unknown.offset } ?? 0)
        let (keyword, demand) =
            unknown.isAlternative
            ? ("oneOf", "something that fits one of the alternatives") : ("enum", "a value that the document names")
        self.init(path: path.text, keyword: keyword, demand: demand)
    }
}
