import ApusJSON

/// Converts JSON to a tree through the tape. Reads strictly first, and leniently only where that fails.
enum JSONReader {
    static func read(
        _ bytes: [UInt8], file: SourceFileID, limits: SourceLimits, diagnostics: inout Diagnostics
    ) throws(SourceError) -> SourceNode {
        switch scan(bytes, limits) {
        case .success(let tape):
            return try build(tape, bytes, file: file, limits: limits, diagnostics: &diagnostics)
        case .failure(let error):
            let loose = LooseJSON(bytes)
            guard !loose.slips.isEmpty, case .success(let tape) = scan(loose.bytes, limits) else {
                throw SourceError(.invalidJSON(error, in: bytes, file: file))
            }
            for slip in LooseJSON.Slip.allCases {
                guard let (offset, count) = loose.slips[slip] else { continue }
                diagnostics.report(.looseJSON(slip, count: count, at: SourceMark(file: file, offset: offset)))
            }
            return try build(tape, loose.bytes, file: file, limits: limits, diagnostics: &diagnostics)
        }
    }

    /// The tree when the text is strict JSON, otherwise nil; for files without a JSON extension, which may be YAML in
    /// flow style.
    static func readIfValid(
        _ bytes: [UInt8], file: SourceFileID, limits: SourceLimits, diagnostics: inout Diagnostics
    ) throws(SourceError) -> SourceNode? {
        guard case .success(let tape) = scan(bytes, limits) else { return nil }
        return try build(tape, bytes, file: file, limits: limits, diagnostics: &diagnostics)
    }

    private static func scan(_ bytes: [UInt8], _ limits: SourceLimits) -> Result<JSONTape, JSONSyntaxError> {
        bytes.withUnsafeBufferPointer { bytes in
            do throws(JSONSyntaxError) {
                return .success(try JSONTape(scanning: bytes, maximumDepth: limits.depth))
            } catch {
                return .failure(error)
            }
        }
    }

    private static func build(
        _ tape: JSONTape, _ bytes: [UInt8], file: SourceFileID, limits: SourceLimits, diagnostics: inout Diagnostics
    ) throws(SourceError) -> SourceNode {
        guard tape.count <= limits.nodes else {
            throw SourceError(.tooManyNodes(limits.nodes, at: SourceMark(file: file, offset: 0)))
        }
        let (root, excess) = bytes.withUnsafeBufferPointer { bytes in
            var builder = JSONTreeBuilder(tape: tape, bytes: bytes, file: file)
            let root = builder.build()
            for diagnostic in builder.locateDuplicates() { diagnostics.report(diagnostic) }
            return (root, builder.excess)
        }
        if let excess { throw SourceError(.tooManyMarks(at: excess)) }
        return root
    }
}

extension Diagnostic {
    static func invalidJSON(_ error: JSONSyntaxError, in bytes: [UInt8], file: SourceFileID) -> Diagnostic {
        let mark = SourceMark(file: file, offset: error.offset)
        if case .nestingTooDeep(let limit) = error.reason { return .nestingTooDeep(limit, at: mark) }
        return Diagnostic(
            id: "invalid-json", severity: .error, message: "cannot read the JSON: \(error.reason)", mark: mark,
            hint: adviseOnJSON(error, bytes))
    }

    /// Advice for the most frequent cause of each error, mostly by the character found.
    private static func adviseOnJSON(_ error: JSONSyntaxError, _ bytes: [UInt8]) -> String? {
        let found = error.offset < bytes.count ? bytes[error.offset] : 0
        switch (error.reason, found) {
        case (.unexpectedEnd, _): return "a bracket, brace or quote is not closed, or the file is cut off"
        case (.expectedKey, UInt8(ascii: "}")), (.expectedValue, UInt8(ascii: "]")):
            return "remove the comma before it"
        case (_, UInt8(ascii: "#")): return "JSON has no comments; remove it"
        case (.expectedKey, _): return "put the key in double quotes"
        case (.expectedValue, _):
            return "put text in double quotes; only numbers, true, false and null go without quotes"
        case (.expectedCommaOrBrace, _), (.expectedCommaOrBracket, _): return "a comma may be missing before it"
        case (.unescapedControlCharacter, _): return "write line breaks in strings as \\n and tabs as \\t"
        case (.invalidEscape, _): return "write a backslash as \\\\"
        case (.invalidNumber, _):
            return "write numbers as 1, -2.5 or 1e6: no leading zero, no plus, digits around the point"
        case (.trailingContent, _): return "a file holds one value"
        default: return nil
        }
    }
}
