import ApusSource

/// Parses text to segments (RFC 9535 section 2.1). Filters are in `JSONPathParser+Filters.swift`, literals in
/// `JSONPathParser+Literals.swift`.
struct JSONPathParser {
    let scalars: [Unicode.Scalar]
    var position = 0
    /// The number of open parentheses, filters and functions; limited, because each takes a few stack frames.
    var depth = 0
    static let maximumDepth = 64

    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
    }

    mutating func parseQuery() throws(JSONPathError) -> [JSONPathSegment] {
        guard skip("$") else { throw fail("a JSONPath begins with $") }
        let segments = try parseSegments()
        guard position == scalars.count else { throw fail("expected '.' or '['") }
        return segments
    }

    mutating func parseSegments() throws(JSONPathError) -> [JSONPathSegment] {
        var segments: [JSONPathSegment] = []
        while true {
            let start = position
            skipBlanks()
            if skip("..") {
                segments.append(JSONPathSegment(isDescendant: true, selectors: try parseAfterDots()))
            } else if skip(".") {
                segments.append(JSONPathSegment(isDescendant: false, selectors: [try parseShorthand()]))
            } else if skip("[") {
                segments.append(JSONPathSegment(isDescendant: false, selectors: try parseBracket()))
            } else {
                position = start
                return segments
            }
        }
    }

    private mutating func parseAfterDots() throws(JSONPathError) -> [JSONPathSelector] {
        skip("[") ? try parseBracket() : [try parseShorthand()]
    }

    private mutating func parseShorthand() throws(JSONPathError) -> JSONPathSelector {
        if skip("*") { return .wildcard }
        let start = position
        while let scalar = peek(), isNamePart(scalar, isFirst: position == start) { position += 1 }
        guard position > start else {
            throw fail("expected a name or *; names with other characters are written in brackets: ['/pets']")
        }
        return .name(makeString(scalars[start..<position]))
    }

    private func isNamePart(_ scalar: Unicode.Scalar, isFirst: Bool) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "_": true
        case "0"..."9", "-": !isFirst
        default: scalar.value >= 0x80
        }
    }

    /// Parses from after `[` to after `]`.
    private mutating func parseBracket() throws(JSONPathError) -> [JSONPathSelector] {
        var selectors: [JSONPathSelector] = []
        repeat {
            skipBlanks()
            selectors.append(try parseSelector())
            skipBlanks()
        } while skip(",")
        guard skip("]") else { throw fail("expected ',' or ']'") }
        return selectors
    }

    private mutating func parseSelector() throws(JSONPathError) -> JSONPathSelector {
        switch peek() {
        case "'", "\"": return .name(try parseString())
        case "*":
            position += 1
            return .wildcard
        case "?":
            position += 1
            skipBlanks()
            return .filter(try parseCondition())
        default: return try parseIndexOrSlice()
        }
    }

    private mutating func parseIndexOrSlice() throws(JSONPathError) -> JSONPathSelector {
        let start = try parseInteger()
        let end = position
        skipBlanks()
        guard skip(":") else {
            position = end
            guard let start else { throw fail("expected a quoted name, an index, a slice, * or ?") }
            return .index(start)
        }
        skipBlanks()
        let stop = try parseInteger()
        skipBlanks()
        guard skip(":") else { return .slice(start: start, end: stop, step: 1) }
        skipBlanks()
        return .slice(start: start, end: stop, step: try parseInteger() ?? 1)
    }

    func peek() -> Unicode.Scalar? {
        position < scalars.count ? scalars[position] : nil
    }

    mutating func skip(_ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard position + count <= scalars.count else { return false }
        for offset in 0..<count where scalars[position + offset].value != UInt32(text.utf8Start[offset]) {
            return false
        }
        position += count
        return true
    }

    mutating func skipBlanks() {
        while let scalar = peek(), scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r" { position += 1 }
    }

    func makeString(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        String(String.UnicodeScalarView(scalars))
    }

    func fail(_ message: String) -> JSONPathError {
        JSONPathError(message: message, offset: position)
    }
}
