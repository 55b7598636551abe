import ApusSource
import Foundation
import Testing

/// The requirements of SARIF 2.1.0 (OASIS Standard, March 2020) for a log; numbers are sections of the standard.
struct SARIFTests {
    private let files = SourceFiles()

    private func report(_ diagnostics: [Diagnostic]) throws -> SourceNode {
        let text = DiagnosticRenderer(files: files).sarif(
            diagnostics, toolVersion: "0.1.0", rules: ["a": .init(title: "A", help: "Mend \"it\".\u{1B}")])
        return try #require(Reading(text, path: "log.json").node)
    }

    private func diagnose(
        _ id: String, _ severity: Severity, in text: String, at offset: Int, path: String, pointer: String? = "/info"
    ) -> Diagnostic {
        let file = files.add(path: path, bytes: Array(text.utf8))
        let mark = SourceMark(file: file, offset: UInt32(offset))
        return Diagnostic(
            id: id, severity: severity, message: "m", mark: mark, pointer: pointer, hint: "h",
            related: [.init(mark: mark, message: "r")])
    }

    private func results(_ root: SourceNode) -> [SourceNode] {
        root["runs"]?.sequence?.first?["results"]?.sequence ?? []
    }

    private func region(_ result: SourceNode) -> [Int?] {
        let region = result["locations"]?.sequence?.first?["physicalLocation"]?["region"]
        return ["startLine", "startColumn", "endColumn"].map { region?[$0]?.integer }
    }

    /// 3.13.2 to 3.13.4, 3.14.6, 3.18, 3.19.2.
    @Test func logHasItsRequiredProperties() throws {
        let root = try report([])
        #expect(root["version"]?.string == "2.1.0")
        #expect(root["$schema"]?.string?.hasPrefix("https://") == true)
        let run = try #require(root["runs"]?.sequence?.first)
        #expect(run["tool"]?["driver"]?["name"]?.string == "Apus")
        #expect(run["results"]?.sequence?.isEmpty == true)
        #expect(run["columnKind"]?.string == "unicodeCodePoints")
    }

    /// 3.27.5 to 3.27.11: ids and indexes of rules agree, levels are valid, messages are not empty.
    @Test func resultsAgreeWithTheirRules() throws {
        let all = [("a", Severity.note), ("b", .warning), ("a", .error)].map {
            diagnose($0.0, $0.1, in: "x: 1\n", at: 0, path: "api.yaml")
        }
        let root = try report(all)
        let rules = root["runs"]?.sequence?.first?["tool"]?["driver"]?["rules"]?.sequence ?? []
        #expect(rules.map { $0["id"]?.string } == ["a", "b"])
        #expect(rules.first?["help"]?["text"]?.string == "Mend \"it\".\u{1B}")
        for result in results(root) {
            let index = try #require(result["ruleIndex"]?.integer)
            #expect(rules[index]["id"]?.string == result["ruleId"]?.string)
            #expect(["none", "note", "warning", "error"].contains(result["level"]?.string))
            #expect(result["message"]?["text"]?.string == "m\nhelp: h")
            #expect(result["relatedLocations"]?.sequence?.first?["message"]?["text"]?.string == "r")
        }
        #expect(results(root).map { $0["level"]?.string } == ["note", "warning", "error"])
    }

    /// 3.11.6: text of a document is not a link for a viewer to follow. 3.27.22: related locations are unique.
    @Test func textOfDocumentsIsNoLink() throws {
        var diagnostic = diagnose("a", .note, in: "x", at: 0, path: "api.yaml")
        diagnostic.hint = "see [here](https://evil.example)"
        diagnostic.related += diagnostic.related
        let result = try #require(results(try report([diagnostic])).first)
        #expect(result["message"]?["text"]?.string == "m\nhelp: see [here] (https://evil.example)")
        #expect(result["relatedLocations"]?.sequence?.count == 1)
    }

    /// 3.30.5 to 3.30.8: lines and columns from 1, columns in code points as in `columnKind`, the end after the token.
    @Test(arguments: [
        ("a: b\nname: Pets\n", "name", [2, 1, 5]), ("a: \"x y\"\n", "\"x y\"", [1, 4, 9]),
        ("\u{1F600}\u{E9}: {k: 1}", "k: 1", [1, 6, 7]), ("a: b\n", "", [2, 1, 2]), ("- 'it", "'it", [1, 3, 6]),
        ("{\"a\":[1]}", "[1]", [1, 6, 7]),
    ])
    func regionsCountFromOne(text: String, token: String, expected: [Int]) throws {
        let position = token.isEmpty ? text.endIndex : try #require(text.range(of: token)?.lowerBound)
        let offset = text.utf8.distance(from: text.startIndex, to: position)
        let root = try report([diagnose("a", .note, in: text, at: offset, path: "api.yaml")])
        #expect(results(root).map(region) == [expected])
    }

    /// 3.4.3, 3.4.4, 3.14.14: URIs are encoded, relative ones name their base, which the run declares.
    @Test(arguments: [
        ("api/open api.yaml", "api/open%20api.yaml", "SRCROOT"), ("../a:b%c.yaml", "../a%3Ab%25c.yaml", "SRCROOT"),
        ("/home/me/Ü.yaml", "file:///home/me/%C3%9C.yaml", nil), ("httpd/api.yaml", "httpd/api.yaml", "SRCROOT"),
        ("https://pets.example/a b.yaml", "https://pets.example/a%20b.yaml", nil),
        ("a\n\u{202E}?#.yaml", "a%0A%E2%80%AE%3F%23.yaml", "SRCROOT"),
    ])
    func locationsAreURIs(path: String, uri: String, base: String?) throws {
        let root = try report([diagnose("a", .note, in: "x", at: 0, path: path)])
        let location = results(root)[0]["locations"]?.sequence?.first?["physicalLocation"]?["artifactLocation"]
        #expect(location?["uri"]?.string == uri)
        #expect(location?["uriBaseId"]?.string == base)
        #expect(root["runs"]?.sequence?.first?["originalUriBaseIds"]?.mapping?.keys == ["SRCROOT"])
    }

    /// 3.27.17: the fingerprint stays the same when lines move, and distinguishes findings at different locations.
    @Test func fingerprintsStayWhenLinesMove() throws {
        func fingerprint(_ text: String, at offset: Int, pointer: String?, id: String = "a") throws -> String {
            let root = try report([diagnose(id, .note, in: text, at: offset, path: "api.yaml", pointer: pointer)])
            return try #require(results(root)[0]["partialFingerprints"]?["apusFinding/v1"]?.string)
        }
        let one = try fingerprint("a: 1\n", at: 0, pointer: "/a")
        #expect(try fingerprint("\n\n  a: 1\n", at: 4, pointer: "/a") == one)
        #expect(try fingerprint("a: 1\n", at: 0, pointer: "/b") != one)
        #expect(try fingerprint("a: 1\n", at: 0, pointer: "/a", id: "b") != one)
        #expect(try fingerprint("a: 1\n", at: 0, pointer: nil) == fingerprint("\na: 1\n", at: 1, pointer: nil))
    }

    /// Reports are printed on terminals as well: hidden characters are escaped, in JSON and in SARIF.
    @Test func hiddenCharactersAreEscaped() {
        let message = "a\u{1B}[31m\u{202E}\u{9B}\u{2028}\u{E0041}\u{FEFF}\u{200B}b"
        let diagnostic = Diagnostic(id: "a", severity: .note, message: message)
        let renderer = DiagnosticRenderer(files: files)
        for text in [renderer.json([diagnostic]), renderer.sarif([diagnostic], toolVersion: "0")] {
            #expect(text.contains(#"a\u001b[31m\u202e\u009b\u2028\udb40\udc41\ufeff\u200bb"#))
            #expect(Reading(text, path: "a.json").node != nil)
        }
        #expect(renderer.text(diagnostic).contains("a\u{FFFD}[31m" + String(repeating: "\u{FFFD}", count: 6) + "b"))
    }
}
