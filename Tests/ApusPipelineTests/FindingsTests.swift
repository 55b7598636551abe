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
        #expect(Self.findings(withNotes: false).text.hasSuffix("\n2 warnings\n"))
        #expect(Self.findings().counts.map(\.id) == ["c", "a", "b"])
        #expect(Findings(Diagnostics(), files: SourceFiles()).text == "")
    }

    @Test func strictMeansThatWarningsAreErrors() {
        #expect(!Self.findings().isFailure)
        #expect(Self.findings(isStrict: true).isFailure)
        #expect(Self.findings(isStrict: true).text.hasSuffix("\n2 errors, 2 notes\n"))
    }
}
