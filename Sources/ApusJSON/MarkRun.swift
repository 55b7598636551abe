/// Combining marks in a row. Whatever compares, hashes or splits text as characters first brings the marks of one letter into order,
/// which takes square time; no script has more than a few on a letter (UAX #15, section 12.1, stops at 30).
package enum MarkRun {
    /// Whether more than so many marks follow each other.
    package static func isLonger(than limit: Int, in text: String) -> Bool {
        // A mark takes two bytes or more.
        guard text.utf8.count > 2 * limit else { return false }
        var count = 0
        for scalar in text.unicodeScalars {
            count = isMark(scalar) ? count + 1 : 0
            if count > limit { return true }
        }
        return false
    }

    /// Whether a character is ordered among its neighbours, or consists of such (UAX #15, section 20.1): three of Tibetan are composed of two marks
    /// without being one themselves.
    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x300 { return false }
        switch scalar.value {
        case 0x0F73, 0x0F75, 0x0F81: return true
        default: return scalar.properties.canonicalCombiningClass != .notReordered
        }
    }
}
