/// Finds members that a body has and a model does not write again. Null counts as absent, and absent is not written.
struct UnknownMemberSearch {
    private let stack: StackGuard
    private var hasRunShort = false
    private var found: [Violation] = []

    private init(on stack: StackGuard) { self.stack = stack }

    /// Searches, if need be on a stack of its own.
    ///
    /// - Parameters:
    ///   - whole: The body.
    ///   - kept: What was written again.
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
        search.visit(whole, kept, at: "")
        return search
    }

    private mutating func visit(_ value: JSONValue, _ kept: JSONValue, at path: String) {
        guard !hasRunShort, stack.hasRoom else { return hasRunShort = true }
        switch (value, kept) {
        case (.object(let members), .object(let known)):
            let known = known.dictionary
            for member in members where !member.value.isNull {
                let place = TapePath.append(key: member.key, to: path)
                if let value = known[member.key] {
                    visit(member.value, value, at: place)
                } else {
                    let demand = "no member of this name"
                    found.append(Violation(path: place, keyword: "additionalProperties", demand: demand))
                }
            }
        case (.array(let elements), .array(let known)):
            for (place, pair) in zip(elements, known).enumerated() {
                visit(pair.0, pair.1, at: "\(path)[\(place)]")
            }
        default: return
        }
    }
}
