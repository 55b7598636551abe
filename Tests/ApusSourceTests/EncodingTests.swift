import ApusSource
import Testing

struct EncodingTests {
    private static let text = "name: Größe 😀\n"

    private static func encode(_ text: String, littleEndian: Bool, hasMark: Bool = true) -> [UInt8] {
        ((hasMark ? "\u{FEFF}" : "") + text).utf16.flatMap { unit in
            littleEndian ? [UInt8(unit & 0xFF), UInt8(unit >> 8)] : [UInt8(unit >> 8), UInt8(unit & 0xFF)]
        }
    }

    @Test(arguments: [
        Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), encode(text, littleEndian: true),
        encode(text, littleEndian: false), encode(text, littleEndian: true, hasMark: false),
        encode(text, littleEndian: false, hasMark: false),
    ])
    func recognisesEncodings(_ bytes: [UInt8]) {
        let reading = Reading(bytes: bytes)
        #expect(reading.node?["name"]?.string == "Größe 😀")
        #expect(reading.node?["name"]?.mark.offset == 6)
        #expect(reading.diagnostics.isEmpty)
    }

    @Test(arguments: [true, false], [true, false])
    func readsJSONInUTF16(littleEndian: Bool, hasMark: Bool) {
        let bytes = Self.encode("{\"a\": \"é\"}", littleEndian: littleEndian, hasMark: hasMark)
        #expect(Reading(bytes: bytes, path: "a.json").node?.outline == "{\"a\": \"é\"}")
    }

    @Test(
        arguments: [
            ([0x61, 0x3A, 0xFF, 0x00], "test.yaml:1:4: error: the file holds a NUL byte [invalid-encoding]"),
            ([0x61, 0x62, 0x00], "test.yaml:1:3: error: the file holds a NUL byte [invalid-encoding]"),
            ([0x00, 0x00], "test.yaml:1:1: error: the file holds a NUL byte [invalid-encoding]"),
            ([0x61, 0x00, 0x00, 0x00], "test.yaml:1:1: error: the file is UTF-32 [invalid-encoding]"),
            ([0x00, 0x00, 0x00, 0x61], "test.yaml:1:1: error: the file is UTF-32 [invalid-encoding]"),
            ([0xFF, 0xFE, 0x00, 0x00, 0x61], "test.yaml:1:1: error: the file is UTF-32 [invalid-encoding]"),
            (
                [0xFF, 0xFE, 0x61, 0x00, 0x62],
                "test.yaml:1:2: error: the file is not valid UTF-16: half a code unit at its end [invalid-encoding]"
            ),
            (
                [0xFE, 0xFF, 0x00, 0x61, 0xD8, 0x00],
                "test.yaml:1:2: error: the file is not valid UTF-16: a surrogate is unpaired [invalid-encoding]"
            ),
        ] as [([UInt8], String)])
    func refusesWhatIsNoText(_ bytes: [UInt8], _ expected: String) {
        let reading = Reading(bytes: bytes)
        #expect(reading.node == nil)
        #expect(reading.rendered.split(separator: "\n").first.map(String.init) == expected)
    }

    /// A character of an old encoding costs itself, not the document.
    @Test(
        arguments: [
            ([0x61, 0x3A, 0x20, 0xFF], "a: \u{FFFD}", "1:4: warning: the file is not valid UTF-8"),
            ([0x62, 0x0A, 0xC3], "b \u{FFFD}", "2:1: warning: the file is not valid UTF-8"),
            (
                [0xED, 0xA0, 0x80, 0x61, 0xC3, 0xA9], "\u{FFFD}\u{FFFD}\u{FFFD}aé",
                "1:1: warning: the file is not valid UTF-8, nor are 2 other bytes"
            ),
        ] as [([UInt8], String, String)])
    func readsAroundBrokenBytes(_ bytes: [UInt8], _ text: String, _ expected: String) {
        let reading = Reading(bytes: bytes)
        #expect(reading.node?.string ?? reading.node?["a"]?.string.map { "a: " + $0 } == text)
        #expect(reading.rendered.split(separator: "\n").first ?? "" == "test.yaml:" + expected + " [invalid-encoding]")
    }

    @Test func emptyFilesAreNull() {
        #expect(Reading(bytes: []).node?.isNull == true)
        #expect(Reading(bytes: [], path: "a.json").node?.isNull == true)
    }
}
