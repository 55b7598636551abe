import ApusRegexp
import ApusSource

extension JSONPathEvaluator {
    /// The maximum number of cached patterns.
    private static let patternLimit = 64
    /// The maximum number of nodes of a value that are counted before it is compared.
    private static let comparisonLimit = 1_000_000

    mutating func holds(_ condition: JSONPathCondition, for node: SourceNode) -> Bool {
        switch condition {
        case .or(let parts):
            for part in parts where holds(part, for: node) { return true }
            return false
        case .and(let parts):
            for part in parts where !holds(part, for: node) { return false }
            return true
        case .not(let part): return !holds(part, for: node)
        case .exists(let query): return !select(query, for: node).isEmpty
        case .matches(.match(let text, let pattern)): return matches(text, pattern, isWhole: true, for: node)
        case .matches(.search(let text, let pattern)): return matches(text, pattern, isWhole: false, for: node)
        case .matches: return false
        case .comparison(let left, let comparison, let right):
            return compare(evaluate(left, for: node), comparison, evaluate(right, for: node))
        }
    }

    private mutating func select(_ query: JSONPathQuery, for node: SourceNode) -> [JSONPathNode] {
        apply(query.segments, to: [JSONPathNode(value: query.isRelative ? node : root, location: nil)])
    }

    /// Nil is `Nothing` of RFC 9535.
    private mutating func evaluate(_ operand: JSONPathOperand, for node: SourceNode) -> SourceNode? {
        switch operand {
        case .literal(let value): value
        case .query(let query): select(query, for: node).first?.value
        case .function(.length(let argument)): measure(evaluate(argument, for: node))
        case .function(.count(let query)): makeNumber(select(query, for: node).count)
        case .function(.value(let query)): onlyValue(select(query, for: node))
        case .function: nil
        }
    }

    private func onlyValue(_ nodes: [JSONPathNode]) -> SourceNode? {
        nodes.count == 1 ? nodes[0].value : nil
    }

    /// Characters are Unicode scalars (section 2.4.4).
    private func measure(_ value: SourceNode?) -> SourceNode? {
        switch value?.content {
        case .string(let text): makeNumber(text.unicodeScalars.count)
        case .sequence(let items): makeNumber(items.count)
        case .mapping(let mapping): makeNumber(mapping.count)
        case .null, .boolean, .number, nil: nil
        }
    }

    private func makeNumber(_ value: Int) -> SourceNode {
        SourceNode(.number(SourceNumber(text: "\(value)")), mark: root.mark)
    }

    /// Section 2.3.5.2.2: two Nothings are equal, and only numbers and strings have an order.
    private mutating func compare(_ left: SourceNode?, _ comparison: JSONPathComparison, _ right: SourceNode?) -> Bool {
        switch comparison {
        case .equal: isEqual(left, right)
        case .unequal: !isEqual(left, right)
        case .less: isLess(left, right)
        case .greater: isLess(right, left)
        case .lessOrEqual: isLess(left, right) || isEqual(left, right)
        case .greaterOrEqual: isLess(right, left) || isEqual(left, right)
        }
    }

    private mutating func isEqual(_ left: SourceNode?, _ right: SourceNode?) -> Bool {
        guard let left, let right else { return left == nil && right == nil }
        patience.spend(
            min(left.countNodes(atMost: Self.comparisonLimit), right.countNodes(atMost: Self.comparisonLimit)))
        return !patience.isExhausted && left.isEqual(to: right)
    }

    private func isLess(_ left: SourceNode?, _ right: SourceNode?) -> Bool {
        if let left = left?.number, let right = right?.number {
            if let left = left.integer, let right = right.integer { return left < right }
            return left.double < right.double
        }
        guard let left = left?.string, let right = right?.string else { return false }
        return left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars)
    }

    private mutating func matches(
        _ text: JSONPathOperand, _ pattern: JSONPathOperand, isWhole: Bool, for node: SourceNode
    ) -> Bool {
        guard let text = evaluate(text, for: node)?.string, let pattern = evaluate(pattern, for: node)?.string else {
            return false
        }
        guard let compiled = compile(pattern) else { return false }
        let limit = patience.stepsLeft
        var left = limit
        let isMatch = compiled.matches(text, isWhole: isWhole, steps: &left)
        patience.spend(steps: isMatch == nil ? .max : limit - left)
        return isMatch ?? false
    }

    /// Patterns are part of the query or of the document, so each node may have its own.
    private mutating func compile(_ pattern: String) -> LinearRegexp? {
        if let known = patterns[SourceKey(pattern)] { return known }
        let compiled = LinearRegexp(pattern, as: .interoperable)
        // Compiling takes longer than a step, and also fails only after many.
        patience.spend(steps: 32 * pattern.utf8.count)
        if patterns.count == Self.patternLimit { patterns.removeAll() }
        patterns[SourceKey(pattern)] = .some(compiled)
        return compiled
    }
}
