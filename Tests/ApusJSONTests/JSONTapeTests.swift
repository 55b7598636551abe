import ApusJSON
import Testing

/// The tape of a text.
struct JSONTapeTests {
    @Test func listsEntriesInDocumentOrder() throws {
        try withTape(#"{"a":[1,true],"b\n":"é","c":{},"d":-1.5e3}"#) { tape in
            let kinds: [JSONTape.Kind] = [
                .object, .key, .array, .number, .true, .key, .string, .key, .object, .key, .number,
            ]
            #expect((0..<tape.count).map { tape[$0].kind } == kinds)
            #expect((0..<tape.count).map { tape[$0].offset } == [0, 1, 5, 6, 8, 14, 20, 25, 29, 32, 36])
            #expect(tape[0].childCount == 4 && tape[0].end == 11)
            #expect(tape[2].childCount == 2 && tape[2].end == 5 && tape[2].next(after: 2) == 5)
            #expect(tape[8].childCount == 0 && tape[8].end == 9)
            #expect(tape[5].hasEscapes && !tape[1].hasEscapes)
            #expect(tape[6].length == 2 && tape[6].contentOffset == 21 && !tape[6].isASCII && tape[1].isASCII)
            #expect(tape[3].isInteger && !tape[10].isInteger && tape[10].length == 6)
        }
    }

    @Test func hashesEqualNamesEqually() throws {
        try withTape(#"{"contact_id":1,"contact_id":2,"contact_ip":3}"#) { tape in
            #expect(tape[1].keyHash == tape[3].keyHash)
            #expect(tape[1].keyHash != tape[5].keyHash)
        }
    }

    @Test(arguments: [
        ("", 0, JSONSyntaxError.Reason.unexpectedEnd), ("[1,]", 3, .expectedValue),
        ("[1 2]", 3, .expectedCommaOrBracket),
        (#"{"a":1,}"#, 7, .expectedKey), (#"{"a" 1}"#, 5, .expectedColon), (#"{"a":1]"#, 6, .expectedCommaOrBrace),
        ("[01]", 1, .invalidNumber), ("[1.]", 3, .invalidNumber), ("[-", 2, .unexpectedEnd), ("1e+", 3, .unexpectedEnd),
        ("[tru]", 1, .expectedValue), ("nul", 3, .unexpectedEnd), ("1 1", 2, .trailingContent),
        ("\"a\tb\"", 2, .unescapedControlCharacter), (#""a\x""#, 2, .invalidEscape), (#""\u12G4""#, 1, .invalidEscape),
        (#""longer than a word"#, 19, .unexpectedEnd), ("[[[", 3, .unexpectedEnd), ("\u{FEFF}", 3, .unexpectedEnd),
    ])
    func namesTheOffsetOfTheFirstError(text: String, offset: Int, reason: JSONSyntaxError.Reason) {
        #expect(throws: JSONSyntaxError(offset: offset, reason: reason)) { try withTape(text) { _ in } }
    }

    @Test(
        arguments: [
            [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF0, 0x80, 0x80, 0x80],
            [0xF4, 0x90, 0x80, 0x80],
            [0xF5, 0x80, 0x80, 0x80], [0x80], [0xE2, 0x82], [0xFF], [0xF0, 0x9F, 0x98],
        ] as [[UInt8]])
    func refusesMalformedUTF8(bytes: [UInt8]) {
        let text = Array("\"ab".utf8) + bytes + Array("\"".utf8)
        #expect(throws: JSONSyntaxError(offset: 3, reason: .invalidUTF8)) { try scan(text) }
    }

    @Test func boundsDepth() throws {
        let deep = String(repeating: "[", count: 513) + String(repeating: "]", count: 513)
        #expect(throws: JSONSyntaxError(offset: 512, reason: .nestingTooDeep(limit: 512))) {
            try withTape(deep) { _ in }
        }
        let deeper = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
        #expect(try scan(Array(deeper.utf8), maximumDepth: 100_000) == 100_000)
    }

    @Test func growsWithTheText() throws {
        let text = "[" + String(repeating: "1,", count: 100_000) + "1]"
        #expect(try scan(Array(text.utf8)) == 100_002)
        #expect(try scan(Array("\u{FEFF} [ 1 , 2 ] \r\n\t".utf8)) == 3)
    }

    private func withTape(_ text: String, _ body: (JSONTape) throws -> Void) throws {
        try Array(text.utf8).withUnsafeBufferPointer { try body(JSONTape(scanning: $0)) }
    }

    @discardableResult
    private func scan(_ bytes: [UInt8], maximumDepth: Int = 512) throws -> Int {
        try bytes.withUnsafeBufferPointer { try JSONTape(scanning: $0, maximumDepth: maximumDepth).count }
    }
}
