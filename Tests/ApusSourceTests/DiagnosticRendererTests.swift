import ApusSource
import Foundation
import Testing

struct DiagnosticRendererTests {
    private let files = SourceFiles()

    private func mark(_ text: String, _ needle: String, path: String = "api/open api.yaml") -> SourceMark {
        let file = files.add(path: path, bytes: Array(text.utf8))
        let offset = text.range(of: needle).map { text.utf8.distance(from: text.startIndex, to: $0.lowerBound) } ?? 0
        return SourceMark(file: file, offset: UInt32(offset))
    }

    private func render(_ diagnostic: Diagnostic, color: Bool = false) -> String {
        DiagnosticRenderer(files: files, color: color).text(diagnostic)
    }

    private func example() -> Diagnostic {
        let text = "info:\n\ttïtle: \"x\"\n"
        return Diagnostic(
            id: "some-rule", severity: .error, message: "cannot find \"x\"", mark: mark(text, "\"x\""),
            pointer: "/info/title", hint: "write it",
            related: [.init(mark: mark(text, "info", path: "b.yaml"), message: "it is here")])
    }

    @Test func printsLineCaretPointerHelpAndNotes() {
        #expect(
            render(example()) == """
                api/open api.yaml:2:9: error: cannot find "x" [some-rule]
                    \ttïtle: "x"
                    \t       ^
                  at #/info/title
                  help: write it
                b.yaml:1:1: note: it is here
                    info:
                    ^
                """)
    }

    /// A document's text can neither end a command nor begin one.
    @Test func printsCommandsForGitHub() {
        let bad = Diagnostic(
            id: "bad", severity: .note, message: "cannot find \"%\n::error::x\"",
            mark: mark("a", "a", path: "a,b:c\n.yaml"))
        #expect(
            DiagnosticRenderer(files: files).github([
                example(), bad, Diagnostic(id: "c", severity: .warning, message: "d"),
            ])
                == """
                ::error file=api/open api.yaml,line=2,col=9,title=some-rule::cannot find "x"%0Ahelp: write it
                ::notice file=a%2Cb%3Ac\u{FFFD}.yaml,line=1,col=1,title=bad::cannot find "%25\u{FFFD}::error::x"
                ::warning title=c::d

                """)
    }

    @Test func printsWithoutLocation() {
        let diagnostic = Diagnostic(id: "missing-file", severity: .warning, message: "no file", hint: "make one")
        #expect(render(diagnostic) == "warning: no file [missing-file]\n  help: make one")
    }

    @Test func cutsLongLines() {
        let text = String(repeating: "a", count: 500) + "X" + String(repeating: "b", count: 500)
        let lines = render(Diagnostic(id: "i", severity: .note, message: "m", mark: mark(text, "X"))).split(
            separator: "\n")
        #expect(lines[0] == "api/open api.yaml:1:501: note: m [i]")
        #expect(lines[1] == "    …" + String(repeating: "a", count: 70) + "X" + String(repeating: "b", count: 69) + "…")
        #expect(lines[2] == String(repeating: " ", count: 75) + "^")
    }

    /// Input cannot move the cursor, colour the terminal or turn the direction of writing.
    @Test func showsNoControlCharacters() {
        let text = "a\u{1B}[31m\u{202E}b X"
        let diagnostic = Diagnostic(id: "i", severity: .error, message: "no \"\u{1B}[0m\n\"", mark: mark(text, "X"))
        #expect(
            render(diagnostic) == """
                api/open api.yaml:1:10: error: no "\u{FFFD}[0m\u{FFFD}" [i]
                    a\u{FFFD}[31m\u{FFFD}b X
                             ^
                """)
    }

    /// A name of a megabyte is quoted by its ends.
    @Test func shortensLongQuotations() {
        let name = String(repeating: "é", count: 1_000_000)
        let diagnostic = Diagnostic(id: "i", severity: .note, message: "no \"\(name)\" here", hint: name)
        #expect(diagnostic.message.hasPrefix("no \"éé") && diagnostic.message.hasSuffix("é\" here"))
        #expect(diagnostic.message.unicodeScalars.count == 601)
        #expect(diagnostic.hint?.unicodeScalars.count == 601)
    }

    @Test func pointsBehindTheEnd() {
        let file = files.add(path: "a", bytes: Array("x\n".utf8))
        let diagnostic = Diagnostic(id: "i", severity: .error, message: "m", mark: SourceMark(file: file, offset: 99))
        #expect(render(diagnostic) == "a:2:1: error: m [i]\n    \n    ^")
    }

    @Test func colorsForTerminals() {
        #expect(
            render(example(), color: true).hasPrefix(
                "\u{1B}[1mapi/open api.yaml:2:9:\u{1B}[0m \u{1B}[1;31merror\u{1B}[0m: "))
    }

    @Test func countsLinesByEveryLineEnd() {
        let text = "a\r\nb\rc\nX"
        #expect(files.position(of: mark(text, "X")) == SourcePosition(line: 4, column: 1))
        let file = files.add(path: "a", bytes: Array(text.utf8))
        #expect((0...5).map { files.line($0, of: file) } == ["", "a", "b", "c", "X", ""])
    }

    @Test func writesJSON() {
        let plain = Diagnostic(id: "other", severity: .note, message: "tab\there")
        #expect(
            DiagnosticRenderer(files: files).json([example(), plain]) == """
                [
                  {
                    "id": "some-rule",
                    "severity": "error",
                    "message": "cannot find \\"x\\"",
                    "file": "api/open api.yaml",
                    "line": 2,
                    "column": 9,
                    "pointer": "/info/title",
                    "hint": "write it",
                    "related": [
                      {
                        "message": "it is here",
                        "file": "b.yaml",
                        "line": 1,
                        "column": 1
                      }
                    ]
                  },
                  {
                    "id": "other",
                    "severity": "note",
                    "message": "tab\\there"
                  }
                ]
                """)
        #expect(DiagnosticRenderer(files: files).json([]) == "[]")
    }

    @Test func writesSARIF() throws {
        let text = DiagnosticRenderer(files: files).sarif([example(), example()], toolVersion: "0.1.0")
        let root = try #require(Reading(text, path: "a.json").node)
        #expect(root["version"]?.string == "2.1.0")
        let run = try #require(root["runs"]?.sequence?.first)
        #expect(
            run["tool"]?["driver"]?.outline == #"{"name": "Apus", "version": "0.1.0", "rules": [{"id": "some-rule"}]}"#)
        #expect(run["results"]?.sequence?.count == 2)
        let base = #""uriBaseId": "SRCROOT"}, "region": {"startLine":"#
        let location =
            #""artifactLocation": {"uri": "api/open%20api.yaml", \#(base) 2, "startColumn": 9, "endColumn": 12}"#
        let other = #""artifactLocation": {"uri": "b.yaml", \#(base) 1, "startColumn": 1, "endColumn": 5}"#
        let result = try #require(run["results"]?.sequence?.first?.outline)
        let expected = [
            #"{"ruleId": "some-rule", "ruleIndex": 0, "level": "error", "message": {"text": "cannot find "x""#,
            #"help: write it"}, "locations": [{"physicalLocation": {\#(location)}, "#
                + #""logicalLocations": [{"fullyQualifiedName": "/info/title"}]}], "relatedLocations": "#
                + #"[{"physicalLocation": {\#(other)}, "message": {"text": "it is here"}}], "partialFingerprints""#,
        ]
        #expect(result.hasPrefix(expected.joined(separator: "\n")))
    }

    /// Documented rules include their text; a fetched file keeps its URL.
    @Test func explainsRulesInSARIF() throws {
        let address = "https://pets.example/a b.yaml"
        let remote = Diagnostic(
            id: "other", severity: .note, message: "m", mark: mark("text", "text", path: address))
        let text = DiagnosticRenderer(files: files).sarif(
            [example(), remote], toolVersion: "0", rules: ["some-rule": .init(title: "Some", help: "Do this.")])
        let run = try #require(Reading(text, path: "a.json").node?["runs"]?.sequence?.first)
        let rule =
            #"{"id": "some-rule", "shortDescription": {"text": "Some"}, "help": {"text": "Do this."}}"#
        #expect(run["tool"]?["driver"]?["rules"]?.outline == "[\(rule), {\"id\": \"other\"}]")
        let location = run["results"]?.sequence?.last?["locations"]?.sequence?.first?["physicalLocation"]
        #expect(location?["artifactLocation"]?["uri"]?.string == address.replacing(" ", with: "%20"))
    }

    @Test func keepsTheSameReportOnce() {
        var diagnostics = Diagnostics()
        let location = mark("text", "text")
        for message in ["one", "two"] {
            diagnostics.report(Diagnostic(id: "a", severity: .warning, message: message, mark: location))
            diagnostics.report(Diagnostic(id: "b", severity: .warning, message: message))
        }
        #expect(diagnostics.all.map(\.message) == ["one", "one", "two"])
        #expect(!diagnostics.hasErrors)
        diagnostics.merge(SourceError([Diagnostic(id: "c", severity: .error, message: "three")]))
        #expect(diagnostics.hasErrors)
    }
}
