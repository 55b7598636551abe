/// Combining marks in a row. Whatever compares, hashes or splits text as characters first brings the marks of one letter into order,
/// which takes square time; no script has more than a few on a letter (UAX #15, section 12.1, stops at 30).
enum MarkRun {
    static let limit = 300

    /// Whether more than ``limit`` marks follow each other.
    static func isExceeded(in text: String) -> Bool {
        // A mark takes two bytes or more.
        guard text.utf8.count > 2 * limit else { return false }
        var count = 0
        for scalar in text.unicodeScalars {
            count = isMark(scalar) ? count + 1 : 0
            if count > limit { return true }
        }
        return false
    }

    /// Also those of Tibetan that stand for two marks without being one themselves.
    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x300
            && (scalar.properties.canonicalCombiningClass != .notReordered
                || [0xF73, 0xF75, 0xF81].contains(scalar.value))
    }
}

extension Diagnostic {
    static func tooManyMarks(at mark: SourceMark) -> Diagnostic {
        Diagnostic(
            id: "too-many-marks", severity: .error,
            message: "a text has more than \(MarkRun.limit) combining marks in a row", mark: mark,
            hint: "no script needs more than a few on one letter; remove them")
    }
}
