/// Finds members of a body that its model does not write again: nobody has described them.
struct UnknownMemberSearch {
    private enum Step {
        case member(String), element(Int)
    }

    private(set) var violations: [Violation] = []
    /// The way to the values that are compared. Only what is found pays for the text of its path.
    private var steps: [Step] = []

    /// Null counts as absent, and absent is not written.
    mutating func compare(_ found: JSONValue, _ kept: JSONValue) {
        switch (found, kept) {
        case (.object(let members), .object(let known)):
            let known = known.byBytes
            for member in members where !member.value.isNull {
                steps.append(.member(member.key))
                if let value = known[ByteText(member.key)] { compare(member.value, value) } else { report() }
                steps.removeLast()
            }
        case (.array(let elements), .array(let known)):
            for (place, pair) in zip(elements, known).enumerated() {
                steps.append(.element(place))
                compare(pair.0, pair.1)
                steps.removeLast()
            }
        default: return
        }
    }

    private mutating func report() {
        guard violations.count < ConstraintChecker.most else { return }
        let path = steps.reduce(into: "") { path, step in
            switch step {
            case .member(let name): path = TapePath.append(key: name, to: path)
            case .element(let place): path += "[\(place)]"
            }
        }
        violations.append(
            Violation(path: path, keyword: "additionalProperties", demand: "no member of this name"))
    }
}
