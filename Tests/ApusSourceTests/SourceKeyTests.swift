import ApusSource
import Testing

/// Keys are the bytes that are written, and a run of combining marks costs nothing to compare.
struct SourceKeyTests {
    private static let composed = "caf\u{E9}"
    private static let decomposed = "cafe\u{301}"

    @Test(arguments: ["test.json", "test.yaml"])
    func equalLettersOfOtherBytesAreOtherKeys(path: String) throws {
        let reading = Reading("{\"\(Self.composed)\": 1, \"\(Self.decomposed)\": 2}", path: path)
        let mapping = try #require(reading.node?.mapping)
        #expect(reading.diagnostics.isEmpty)
        #expect(mapping.count == 2)
        #expect(mapping[Self.composed]?.integer == 1)
        #expect(mapping[Self.decomposed]?.integer == 2)
    }

    @Test(arguments: ["test.json", "test.yaml"])
    func equalLettersAmongMany(path: String) throws {
        let others = (0..<20).map { "\"k\($0)\": 0, " }.joined()
        let reading = Reading("{\(others)\"\(Self.composed)\": 1, \"\(Self.decomposed)\": 2}", path: path)
        let mapping = try #require(reading.node?.mapping)
        #expect(mapping.count == 22)
        #expect(mapping.index(of: Self.decomposed) == 21)
    }

    @Test func hashesBytes() {
        #expect(SourceKey(Self.composed) != SourceKey(Self.decomposed))
        #expect(Set([SourceKey("a"), SourceKey("a"), SourceKey("")]).count == 2)
        #expect(SourceKey(String(repeating: "x", count: 40)) == SourceKey(String(repeating: "x", count: 40)))
    }

    @Test(arguments: [
        ("\u{301}\u{323}", 150, true), ("\u{301}\u{323}", 151, false), ("\u{F73}", 301, false),
        ("\u{1D165}", 301, false),
        ("a\u{301}\u{323}", 10_000, true), ("\u{20DD}", 301, true), ("字", 5_000, true),
    ])
    func marksAreCounted(run: String, count: Int, isRead: Bool) {
        let text = "e" + String(repeating: run, count: count)
        for (path, source) in [
            ("test.json", "{\"a\": \"\(text)\"}"), ("test.json", "{\"\(text)\": 1}"), ("test.yaml", "a: \(text)"),
            ("test.yaml", "? \(text)\n: 1"),
        ] {
            let reading = Reading(source, path: path)
            #expect(reading.diagnostics.map(\.id) == (isRead ? [] : ["too-many-marks"]), "\(path)")
        }
    }

    @Test(arguments: ["test.json", "test.yaml"])
    func escapedMarksAreCounted(path: String) throws {
        let reading = Reading(
            "{\"a\": 1,\n \"b\": \"e\(String(repeating: "\\u0301", count: 301))\",\n \"c\": \"e\(String(repeating: "\\u0301", count: 301))\"}",
            path: path)
        let found = try #require(reading.diagnostics.first)
        #expect(found.id == "too-many-marks")
        let mark = try #require(found.mark)
        #expect(reading.files.position(of: mark).line == 2)
    }

    /// Refused before anything compares it: a key of this size took hours.
    @Test(.timeLimit(.minutes(10)), arguments: ["test.json", "test.yaml"])
    func longRunsAreRefusedAtOnce(path: String) {
        let text = "e" + String(repeating: "\u{301}\u{323}", count: 250_000)
        #expect(Reading("{\"\(text)\": 1, \"\(text)a\": 1}", path: path).diagnostics.map(\.id) == ["too-many-marks"])
    }
}
