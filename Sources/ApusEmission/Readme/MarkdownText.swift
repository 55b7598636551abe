import ApusJSON

/// Text of a document inside Markdown: it stays on its line and cannot begin code or markup.
enum MarkdownText {
    static func line(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n", "\r", "\t", "\u{2028}", "\u{2029}", "\u{85}": result += " "
            case "`", "<", "[", "]", "*", "_", "\\", "#": result += "\\" + String(scalar)
            case _ where HiddenScalars.contains(scalar): break
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
