/// Consecutive combining marks. Comparing, hashing or splitting text by characters first sorts the marks of one letter,
/// in quadratic time; no script has more than a few on a letter (UAX #15, section 12.1, limits them to 30).
enum MarkRun {
    static let limit = 300

    /// Whether more than ``limit`` marks follow each other.
    static func isExceeded(in text: String) -> Bool {
        // A mark has at least two bytes.
        guard text.utf8.count > 2 * limit else { return false }
        var count = 0
        for scalar in text.unicodeScalars {
            count = isMark(scalar) ? count + 1 : 0
            if count > limit { return true }
        }
        return false
    }

    /// Includes Tibetan characters that decompose to two marks without being marks themselves.
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
