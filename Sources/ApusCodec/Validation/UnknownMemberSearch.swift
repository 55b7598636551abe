/// Finds members of a body that a model does not write again. Null counts as absent, and absent members are not
/// written.
struct UnknownMemberSearch {
    private enum Step {
        case member(String), element(Int)
    }

    private let stack: StackGuard
    private var hasRunShort = false
    private var found: [Violation] = []
    /// The path to the compared values. Its text is created for findings only.
    private var steps: [Step] = []

    private init(on stack: StackGuard) { self.stack = stack }

    /// Searches, on a stack of its own if necessary.
    ///
    /// - Parameters:
    ///   - whole: The received body.
    ///   - kept: The written body.
    static func find(in whole: JSONValue, beside kept: JSONValue) -> [Violation] {
        let search = attempt(whole, kept, on: StackGuard())
        guard search.hasRunShort else { return search.found }
        return StackGuard.retry { stack in
            let search = attempt(whole, kept, on: stack)
            return search.hasRunShort ? nil : search.found
        } ?? search.found
    }

    private static func attempt(_ whole: JSONValue, _ kept: JSONValue, on stack: StackGuard) -> UnknownMemberSearch {
        var search = UnknownMemberSearch(on: stack)
        search.visit(whole, kept)
        return search
    }

    private mutating func visit(_ value: JSONValue, _ kept: JSONValue) {
        guard !hasRunShort, stack.hasRoom else { return hasRunShort = true }
        switch (value, kept) {
        case (.object(let members), .object(let known)):
            let known = known.byBytes
            for member in members where !member.value.isNull {
                steps.append(.member(member.key))
                if let value = known[ByteText(member.key)] { visit(member.value, value) } else { report() }
                steps.removeLast()
            }
        case (.array(let elements), .array(let known)):
            for (index, pair) in zip(elements, known).enumerated() {
                steps.append(.element(index))
                visit(pair.0, pair.1)
                steps.removeLast()
            }
        default: return
        }
    }

    private mutating func report() {
        guard found.count < ConstraintChecker.most else { return }
        let path = steps.reduce(into: "") { path, step in
            switch step {
            case .member(let name): path = TapePath.append(key: name, to: path)
            case .element(let position): path += "[\(position)]"
            }
        }
        found.append(Violation(path: path, keyword: "additionalProperties", demand: "no member of this name"))
    }
}
