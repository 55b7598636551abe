import Testing

@testable import ApusDiff

/// A delimiter with a combining mark behind it is one `Character`, but every reader of the report sees the delimiter.
struct ReportEscapeTests {
    private static let mark = "\u{301}"

    @Test(arguments: [("<", "&lt;"), (">", "&gt;"), ("&", "&amp;"), ("\"", "&quot;"), ("'", "&#39;")])
    func htmlEscapesMarkedDelimiters(delimiter: String, escaped: String) {
        #expect(Array(ChangeReport.escape(delimiter + Self.mark).utf8) == Array((escaped + Self.mark).utf8))
    }

    @Test(arguments: [("<", "&lt;"), ("|", "\\|"), ("`", "\\`"), ("[", "\\["), ("\\", "\\\\")])
    func markdownEscapesMarkedDelimiters(delimiter: String, escaped: String) {
        #expect(Array(ChangeReport.inline(delimiter + Self.mark).utf8) == Array((escaped + Self.mark).utf8))
    }

    @Test(arguments: ["\"", "\\"]) func acceptListsEscapeMarkedDelimiters(delimiter: String) {
        let quoted = "\"\\" + delimiter + Self.mark + "\""
        #expect(Array(ChangeReport.quote(delimiter + Self.mark).utf8) == Array(quoted.utf8))
    }
}
