import ApusSource
import Testing

@testable import ApusPipeline

struct FindingsTests {
    private static func findings(isStrict: Bool = false, withNotes: Bool = true) -> Findings {
        var diagnostics = Diagnostics()
        for (id, severity) in [("b", Severity.warning), ("a", .note), ("c", .note), ("c", .warning)] {
            diagnostics.report(Diagnostic(id: id, severity: severity, message: "\(id) is \(severity.rawValue)"))
        }
        return Findings(diagnostics, files: SourceFiles(), isStrict: isStrict, withNotes: withNotes)
    }

    @Test func countsWhatItShows() {
        #expect(Self.findings().text.hasSuffix("\n2 warnings, 2 notes\n"))
        #expect(
            Self.findings(withNotes: false).text.hasSuffix("\n2 warnings; 2 notes are hidden, see apus lint --notes\n"))
        #expect(
            Self.findings(withNotes: false).limited(to: .error).success("a.yaml") == "a.yaml: no findings")
        #expect(Self.findings().limited(to: .error).isEmpty)
        #expect(Self.findings().counts.map(\.id) == ["c", "a", "b"])
        #expect(Findings(Diagnostics(), files: SourceFiles()).text == "")
    }

    /// A document with one fault in six hundred locations reports it once with the number, and leaves room for other
    /// findings.
    @Test func manyOfAKindAreCounted() {
        var diagnostics = Diagnostics()
        for index in 0..<600 {
            diagnostics.report(Diagnostic(id: "many", severity: .warning, message: "\(index)"))
            if index % 100 == 0 { diagnostics.report(Diagnostic(id: "bad", severity: .error, message: "\(index)")) }
        }
        let lines = Findings(diagnostics, files: SourceFiles()).text(limit: 3).split(separator: "\n")
        #expect(lines.count == 3 + 6 + 2)
        #expect(lines.suffix(2) == ["… and 597 more [many]", "6 errors, 600 warnings"])
        #expect(Findings(diagnostics, files: SourceFiles()).text.split(separator: "\n").count == 607)
    }

    @Test func strictMeansThatWarningsAreErrors() {
        #expect(!Self.findings().isFailure)
        #expect(Self.findings(isStrict: true).isFailure)
        #expect(Self.findings(isStrict: true).text.hasSuffix("\n2 errors, 2 notes\n"))
    }
}
