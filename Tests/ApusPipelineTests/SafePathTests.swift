import Testing

@testable import ApusPipeline

struct SafePathTests {
    @Test(arguments: ["a.swift", "Models/A B.swift", "Models/Ünïcode.swift", "a..b/c...d"])
    func keeps(path: String) {
        #expect(SafePath.check(path[...]) == path)
    }

    @Test(arguments: [
        "", "/", "/etc/passwd", "..", "../a", "a/../../b", "a/..", "./a", "a//b", "a/", ".git/hooks/pre-commit",
        "a/.hidden", "a\\..\\b", "a\0b", String(repeating: "a", count: 256),
        String(repeating: "a/", count: 2_100) + "a", "a\nb", "a\u{7F}b",
        "..\u{2F}\u{301}/a", "a/..\u{301}", "a/.\u{301}b", "\u{2F}\u{301}a",
    ])
    func refuses(path: String) {
        #expect(SafePath.check(path[...]) == nil)
    }

    @Test func aDamagedManifestOnlyRemovesLess() {
        let manifest = OutputManifest(
            text: "# comment\n0123  a.swift\n0123  ../b.swift\n0123  /etc/passwd\nnonsense\n0123   Models/c d.swift\r\n"
        )
        #expect(manifest.files == ["a.swift": ["0123"], "Models/c d.swift": ["0123"]])
        #expect(manifest.unsafe == ["../b.swift", "/etc/passwd"])
    }

    @Test func manifestIsSortedAndReadsBack() {
        let manifest = OutputManifest(files: ["b": ["2"], "a": ["1"], "c/d e": ["3"]])
        #expect(manifest.text.hasSuffix("1  a\n2  b\n3  c/d e\n"))
        #expect(OutputManifest(text: manifest.text) == manifest)
    }
}
