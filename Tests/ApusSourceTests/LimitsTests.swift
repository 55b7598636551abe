import ApusSource
import Testing

/// Input made to hurt ends in one diagnostic, soon.
struct LimitsTests {
    @Test(arguments: ["[", "{a: ", "- ", "{\"a\":", "? "], [10_000, 100_000])
    func deepNestingIsRefused(_ opening: String, _ levels: Int) {
        let text = String(repeating: opening, count: levels)
        #expect(Reading(text).diagnostics.map(\.id).first != nil)
    }

    @Test func deepNestingIsNamed() {
        let levels = 10_000
        let yaml = Reading(String(repeating: "[", count: levels) + String(repeating: "]", count: levels))
        #expect(yaml.diagnostics.map(\.id) == ["nesting-too-deep"])
        let block = Reading(String(repeating: "- ", count: levels) + "x")
        #expect(block.diagnostics.map(\.id) == ["nesting-too-deep"])
        let array = String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
        let json = Reading(array, path: "test.json")
        #expect(json.diagnostics.map(\.id) == ["nesting-too-deep"])
        let object = String(repeating: "{\"a\":", count: levels) + "1" + String(repeating: "}", count: levels)
        #expect(Reading(object, path: "test.json").diagnostics.map(\.id) == ["nesting-too-deep"])
    }

    @Test func deepestAllowedNestingIsRead() {
        let text = String(repeating: "[", count: 500) + String(repeating: "]", count: 500)
        for path in ["test.yaml", "test.json"] {
            #expect(Reading(text, path: path).node != nil)
            #expect(Reading("[\(text)]", path: path).diagnostics.map(\.id) == ["nesting-too-deep"])
        }
    }

    /// An alias is as deep as the value of its anchor.
    @Test func aliasesCountWithTheirDepth() {
        var text = "- &a0 [x]\n"
        for level in 1...600 { text += "- &a\(level) [*a\(level - 1)]\n" }
        #expect(Reading(text).diagnostics.map(\.id) == ["nesting-too-deep"])
    }

    @Test func billionLaughsAreRefused() {
        var text = "a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n"
        for level in 1...9 {
            let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(aliases)]\n"
        }
        #expect(Reading(text).diagnostics.map(\.id) == ["alias-expansion"])
    }

    /// Merges copy, so they are stopped as soon as the nodes run out.
    @Test func manyMergesAreRefused() {
        let members = (0..<2_000).map { "k\($0): 1" }.joined(separator: ", ")
        let text = "- &a {\(members)}\n" + String(repeating: "- {<<: *a}\n", count: 10_000)
        let files = SourceFiles(limits: SourceLimits(nodes: 100_000))
        let error = #expect(throws: SourceError.self) {
            try files.parse(files.add(path: "a.yaml", bytes: Array(text.utf8)))
        }
        #expect(error?.diagnostics.map(\.id) == ["alias-expansion"])
    }

    /// libyaml compares each directive with all before it.
    @Test func manyDirectivesAreRefused() throws {
        func text(_ count: Int) -> String {
            (0..<count).map { "%TAG !e\($0)! tag:example.com,2000:a/\n" }.joined() + "---\na: 1\n"
        }
        #expect(Reading(text(64)).node?.mapping?.count == 1)
        let reading = Reading(text(100_000))
        let found = try #require(reading.diagnostics.first)
        #expect(found.id == "invalid-yaml")
        #expect(found.mark.map { reading.files.position(of: $0).line } == 65)
        let inside = Reading("a: |\n" + String(repeating: "  %TAG\n", count: 100))
        #expect(inside.node != nil)
    }

    /// Aliases within ten times the file size are legitimate.
    @Test func honestAliasesPass() {
        let text = "- &a {b: 1, c: 2}\n" + String(repeating: "- *a\n", count: 3_000)
        #expect(Reading(text).node?.sequence?.count == 3_001)
    }

    @Test func largeFilesAreRefused() throws {
        let files = SourceFiles(limits: SourceLimits(bytesPerFile: 10))
        let error = #expect(throws: SourceError.self) {
            try files.parse(files.add(path: "a.yaml", bytes: Array("text: 1234567890".utf8)))
        }
        #expect(error?.diagnostics.map(\.id) == ["file-too-large"])
        let loading = #expect(throws: SourceError.self) { try files.load(#filePath) }
        #expect(loading?.diagnostics.map(\.id) == ["file-too-large"])
    }

    @Test(arguments: ["[1, 2, 3, 4, 5]", "- 1\n- 2\n- 3\n- 4\n- 5\n"])
    func manyNodesAreRefused(_ text: String) {
        let files = SourceFiles(limits: SourceLimits(nodes: 4))
        let error = #expect(throws: SourceError.self) {
            try files.parse(files.add(path: "a", bytes: Array(text.utf8)))
        }
        #expect(error?.diagnostics.map(\.id) == ["file-too-large"])
    }
}
