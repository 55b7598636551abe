import ApusSource

extension JSONPathParser {
    /// `||` has the lowest precedence, then `&&`, then `!` (RFC 9535 section 2.3.5.1).
    mutating func parseCondition() throws(JSONPathError) -> JSONPathCondition {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.maximumDepth else {
            throw fail("conditions are nested more than \(Self.maximumDepth) deep")
        }
        var alternatives = [try parseConjunction()]
        while skipOperator("||") { alternatives.append(try parseConjunction()) }
        return alternatives.count == 1 ? alternatives[0] : .or(alternatives)
    }

    private mutating func parseConjunction() throws(JSONPathError) -> JSONPathCondition {
        var parts = [try parseBasic()]
        while skipOperator("&&") { parts.append(try parseBasic()) }
        return parts.count == 1 ? parts[0] : .and(parts)
    }

    /// Blanks around an operator belong to it; without an operator they are not consumed.
    private mutating func skipOperator(_ text: StaticString) -> Bool {
        let start = position
        skipBlanks()
        guard skip(text) else {
            position = start
            return false
        }
        skipBlanks()
        return true
    }

    private mutating func parseBasic() throws(JSONPathError) -> JSONPathCondition {
        if skip("!") {
            skipBlanks()
            if skip("(") { return .not(try parseParenthesized()) }
            return .not(try makeTest(of: try parseOperand()))
        }
        if skip("(") { return try parseParenthesized() }
        let left = try parseOperand()
        guard let comparison = skipComparison() else { return try makeTest(of: left) }
        try checkComparable(left)
        let right = try parseOperand()
        try checkComparable(right)
        return .comparison(left, comparison, right)
    }

    private mutating func parseParenthesized() throws(JSONPathError) -> JSONPathCondition {
        skipBlanks()
        let condition = try parseCondition()
        skipBlanks()
        guard skip(")") else { throw fail("expected ')'") }
        return condition
    }

    private mutating func skipComparison() -> JSONPathComparison? {
        if skipOperator("==") { return .equal }
        if skipOperator("!=") { return .unequal }
        if skipOperator("<=") { return .lessOrEqual }
        if skipOperator(">=") { return .greaterOrEqual }
        if skipOperator("<") { return .less }
        return skipOperator(">") ? .greater : nil
    }

    private func makeTest(of operand: JSONPathOperand) throws(JSONPathError) -> JSONPathCondition {
        switch operand {
        case .query(let query): return .exists(query)
        case .function(let function) where function.isCondition: return .matches(function)
        case .function: throw fail("the result of this function has to be compared")
        case .literal: throw fail("a literal has to be compared")
        }
    }

    private func checkComparable(_ operand: JSONPathOperand) throws(JSONPathError) {
        switch operand {
        case .query(let query) where !query.isSingular: throw fail("only paths that select one value can be compared")
        case .function(let function) where function.isCondition: throw fail("match and search cannot be compared")
        case .query, .function, .literal: break
        }
    }

    private mutating func parseOperand() throws(JSONPathError) -> JSONPathOperand {
        switch peek() {
        case "@", "$": return .query(try parseInnerQuery())
        case "'", "\"": return .literal(makeLiteral(.string(try parseString())))
        default: break
        }
        if let number = try parseNumber() { return .literal(makeLiteral(.number(number))) }
        let start = position
        while let scalar = peek(), ("a"..."z").contains(scalar) || scalar == "_" || ("0"..."9").contains(scalar) {
            position += 1
        }
        let name = makeString(scalars[start..<position])
        if skip("(") { return .function(try parseFunction(name, start)) }
        switch name {
        case "true": return .literal(makeLiteral(.boolean(true)))
        case "false": return .literal(makeLiteral(.boolean(false)))
        case "null": return .literal(makeLiteral(.null))
        default:
            position = start
            throw fail("expected @, $, a literal or a function")
        }
    }

    private func makeLiteral(_ content: SourceNode.Content) -> SourceNode {
        SourceNode(content, mark: SourceMark(file: SourceFileID(index: 0), offset: 0))
    }

    private mutating func parseInnerQuery() throws(JSONPathError) -> JSONPathQuery {
        let isRelative = peek() == "@"
        position += 1
        return JSONPathQuery(isRelative: isRelative, segments: try parseSegments())
    }

    /// Parses from after the opening parenthesis to after the closing one.
    private mutating func parseFunction(_ name: String, _ start: Int) throws(JSONPathError) -> JSONPathFunction {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.maximumDepth else { throw fail("functions are nested more than \(Self.maximumDepth) deep") }
        let function: JSONPathFunction
        switch name {
        case "length": function = .length(try parseValueArgument())
        case "count": function = .count(try parseNodesArgument())
        case "value": function = .value(try parseNodesArgument())
        case "match": function = .match(try parseValueArgument(), try parseSecondArgument())
        case "search": function = .search(try parseValueArgument(), try parseSecondArgument())
        default:
            position = start
            throw fail("there is no function \(name); there are length, count, match, search and value")
        }
        skipBlanks()
        guard skip(")") else { throw fail("expected ')'") }
        return function
    }

    private mutating func parseSecondArgument() throws(JSONPathError) -> JSONPathOperand {
        skipBlanks()
        guard skip(",") else { throw fail("expected a second argument") }
        return try parseValueArgument()
    }

    private mutating func parseValueArgument() throws(JSONPathError) -> JSONPathOperand {
        skipBlanks()
        let operand = try parseOperand()
        try checkComparable(operand)
        return operand
    }

    private mutating func parseNodesArgument() throws(JSONPathError) -> JSONPathQuery {
        skipBlanks()
        guard peek() == "@" || peek() == "$" else { throw fail("expected a path as the argument") }
        return try parseInnerQuery()
    }
}
