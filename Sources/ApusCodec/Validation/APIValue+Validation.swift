internal import ApusJSON

extension APIValue {
    /// Checks the limits of the document that the type does not express: lengths, ranges, patterns, counts, constants, dependencies.
    ///
    /// - Throws: ``ValidationProblem`` with every violation and its path, up to a thousand.
    public func validate() throws(ValidationProblem) {
        let violations = violations()
        if !violations.isEmpty { throw ValidationProblem(violations) }
    }

    /// The violations that ``validate()`` throws; empty for a valid value.
    ///
    /// The value is written once. Writing records the positions of models with constraints, and the written values are
    /// then checked against these constraints, so that models need no code for it.
    public func violations() -> [Violation] { violations(isStrict: false) }

    /// - Parameter isStrict: Whether unknown values of open enumerations and unions count.
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
            let reading = DecodingState(bytes: state.base, entries: tape.entries, scalars: .typed)
            defer { reading.deallocate() }
            return Array(
                (name(unknown, in: tape, reading) + check(found, in: tape, reading)).prefix(ConstraintChecker.most))
        }
    }

    /// The violations of ``violations()``, and those of a value that is not a model against the schema for `location` in
    /// an operation's constraints.
    package func violations(with constraints: StaticString, for location: String) -> [Violation] {
        let own = violations()
        guard own.isEmpty, let schema = ConstraintSchemas.schema(constraints)?[location],
            let tree = try? JSONValue(known: self, for: .request)
        else { return own }
        var checker = ConstraintChecker()
        checker.check(tree, against: schema, at: "")
        return checker.violations
    }

    /// Both are in text order, so one walk finds all of them.
    private func check(
        _ found: [EncodingState.Constrained], in tape: borrowing JSONTape, _ state: DecodingState
    ) -> [Violation] {
        var violations: [Violation] = []
        var walk = TapeWalk(state)
        var index = 0
        for model in found where violations.count < ConstraintChecker.most {
            while index < tape.count, tape[index].offset < model.offset { index += 1 }
            guard index < tape.count, let schema = ConstraintSchemas.schema(model.constraints) else { continue }
            walk.move(to: index)
            var checker = ConstraintChecker()
            checker.check(walk.tree(), against: schema, at: "")
            if checker.violations.isEmpty { continue }
            let path = walk.path
            violations += checker.violations.map { $0.below(path) }
        }
        return violations
    }

    /// Reports the unknown values of open enumerations and unions.
    private func name(
        _ unknown: [EncodingState.Unknown], in tape: borrowing JSONTape, _ state: DecodingState
    ) -> [Violation] {
        var violations: [Violation] = []
        var walk = TapeWalk(state)
        var index = 0
        for value in unknown.prefix(ConstraintChecker.most) {
            while index < tape.count, tape[index].offset < value.offset { index += 1 }
            guard index < tape.count else { break }
            walk.move(to: index)
            let (keyword, demand) =
                value.isAlternative
                ? ("oneOf", "something that fits one of the alternatives") : ("enum", "a value that the document names")
            violations.append(Violation(path: walk.path, keyword: keyword, demand: demand))
        }
        return violations
    }
}

extension Violation {
    /// The same violation with a prefix for its path.
    fileprivate func below(_ base: String) -> Violation {
        let isStep = base.isEmpty || path.isEmpty || path.utf8.first == UInt8(ascii: "[")
        return Violation(path: base + (isStep ? "" : ".") + path, keyword: keyword, demand: demand)
    }
}
