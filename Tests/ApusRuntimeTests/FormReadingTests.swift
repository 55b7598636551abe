import Testing

@testable import ApusRuntime

/// Forms as they are received (WHATWG URL, 5.1).
@Suite struct FormReadingTests {
    /// Delimiters are bytes: a grapheme cluster with a combining mark is two elements here.
    @Test func delimitersAreBytes() throws {
        let text = "a=\u{301}x&\u{308}b=1=2&&c&=d&e=%zz+%41"
        #expect(
            try FormDecoder.decode(Array(text.utf8))
                == ["a": "\u{301}x", "\u{308}b": "1=2", "c": "", "": "d", "e": "%zz A"])
    }

    /// A list of one looks like a value, so a list of lists of lists looks like one too, without end.
    private struct Nest: APIValue {
        var parts: [Nest]

        init(from value: inout ValueReader) { parts = value.read() }

        func write(to value: inout ValueWriter) { value.write(parts) }
    }

    @Test func listsWithoutEnd() {
        #expect(throws: DecodingProblem.self) { try JSONValue.string("x").decode(textualAs: Nest.self) }
    }
}
