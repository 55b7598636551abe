import ApusJSON

extension SourceText {
    /// The most combining marks in a row in one text of a document; with more, comparing the text as characters takes too long.
    static let mostMarks = 300

    /// Whether a text has more than ``mostMarks`` in a row.
    static func hasTooManyMarks(_ text: String) -> Bool { MarkRun.isLonger(than: mostMarks, in: text) }
}

extension Diagnostic {
    static func tooManyMarks(at mark: SourceMark) -> Diagnostic {
        Diagnostic(
            id: "too-many-marks", severity: .error,
            message: "a text has more than \(SourceText.mostMarks) combining marks in a row", mark: mark,
            hint: "no script needs more than a few on one letter; remove them")
    }
}
