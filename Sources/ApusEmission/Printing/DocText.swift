import ApusModel

/// Documentation as lines of `///`, wrapped. Nothing in it can end the comment: a comment of this kind ends with its line, so every
/// character that any tool takes for a line's end splits, and what is invisible is left out.
enum DocText {
    /// Lines of a whole comment, each with its `///`; empty when there is nothing to say.
    ///
    /// - Parameter source: What the declaration is in the document, such as a route or a JSON pointer; the last paragraph.
    static func lines(_ doc: Doc, source: String? = nil, more: [String] = [], depth: Int) -> [String] {
        var paragraphs: [String] = []
        let notes = (doc.notes + more).joined(separator: " ")
        if let summary = doc.summary, doc.discussion == nil, !notes.isEmpty, !summary.contains("\n") {
            paragraphs.append(sentence(summary) + " " + notes)
        } else {
            paragraphs += [doc.summary, doc.discussion, notes.isEmpty ? nil : notes].compactMap(\.self)
        }
        if let source { paragraphs.append(source) }
        return comment(paragraphs, depth: depth)
    }

    /// A list with a line for each item.
    static func list(_ items: [String], depth: Int) -> [String] {
        comment([items.map { "- " + line($0) }.joined(separator: "\n")], depth: depth)
    }

    static func comment(_ paragraphs: [String], depth: Int) -> [String] {
        let width = max(Layout.width - 4 * depth - 4, 40)
        var result: [String] = []
        for paragraph in paragraphs {
            var lines: [String] = []
            for line in split(paragraph) {
                wrap(neutralize(line), width: width, into: &lines)
            }
            trimBlank(&lines)
            if lines.isEmpty { continue }
            if !result.isEmpty { result.append("///") }
            result += lines.map { $0.isEmpty ? "///" : "/// " + $0 }
        }
        return result
    }

    /// A code span that cannot be closed from inside, on one line.
    static func code(_ text: String) -> String {
        let line = line(text)
        return "`" + (line.utf8.contains(UInt8(ascii: "`")) ? line.filter { $0 != "`" } : line) + "`"
    }

    private static func sentence(_ text: String) -> String {
        switch text.last {
        case ".", "!", "?", ":", ";", ")", nil: text
        default: text + "."
        }
    }

    /// Splits at every line end that Unicode knows, and drops what cannot be seen.
    private static func split(_ text: String) -> [String] {
        // Most text is visible ASCII, and bytes are many times cheaper than scalars.
        if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) || $0 == 0x0A }) {
            return text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { String(Substring($0)) }
        }
        var lines: [String] = []
        var current = ""
        var previous: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n" where previous == "\r": break
            case "\n", "\r", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}":
                lines.append(current)
                current = ""
            case "\t": current += "    "
            case _ where SwiftText.isHidden(scalar): break
            default: current.unicodeScalars.append(scalar)
            }
            previous = scalar
        }
        lines.append(current)
        return lines
    }

    /// Without what DocC takes for its own: a line that begins with `@` is a directive, and two backticks link to a symbol.
    private static func neutralize(_ line: String) -> String {
        guard line.utf8.contains(where: { $0 == UInt8(ascii: "@") || $0 == UInt8(ascii: "`") }) else { return line }
        var result = line
        if line.contains("``"), !line.contains("```") { result = line.replacing("``", with: "`") }
        if let first = result.firstIndex(where: { $0 != " " }), result[first] == "@" { result.insert("\\", at: first) }
        return result
    }

    /// Wraps at spaces; what follows keeps the indentation of the line it came from. A word is never cut.
    private static func wrap(_ line: String, width: Int, into lines: inout [String]) {
        let text = line.trimmingTrailingSpaces()
        if text.utf8.count <= width || Layout.columns(text) <= width {
            lines.append(text)
            return
        }
        let indentation = String(text.prefix { $0 == " " }.prefix(width / 2))
        var current = ""
        var length = 0
        for word in text.utf8.split(separator: 0x20).map(Substring.init) {
            let count = Layout.columns(word)
            if length > 0, length + 1 + count > width {
                lines.append(current)
                length = 0
            }
            if length == 0 {
                current = indentation + word
                length = indentation.utf8.count + count
            } else {
                current += " "
                current += word
                length += 1 + count
            }
        }
        lines.append(current)
    }

    private static func trimBlank(_ lines: inout [String]) {
        while lines.last?.isEmpty == true { lines.removeLast() }
        lines.removeFirst(lines.prefix { $0.isEmpty }.count)
    }
}

extension String {
    fileprivate func trimmingTrailingSpaces() -> String {
        guard last == " " else { return self }
        var copy = self[...]
        while copy.last == " " { copy.removeLast() }
        return String(copy)
    }
}

extension DocText {
    /// Text that stays on its line of a comment.
    static func line(_ text: String) -> String {
        if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.filter { !SwiftText.isHidden($0) }))
    }
}
