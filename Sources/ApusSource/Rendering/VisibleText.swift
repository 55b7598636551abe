internal import ApusJSON

/// Text of a document as a report prints it: on one line, without a character that hides or moves other text.
public enum VisibleText {
    /// Each hidden scalar except a tab becomes U+FFFD.
    public static func of(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { $0 != "\t" && HiddenScalars.contains($0) ? "\u{FFFD}" : $0 }))
    }
}
