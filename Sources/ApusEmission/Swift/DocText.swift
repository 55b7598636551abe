import ApusJSON
import ApusModel

/// Documentation as lines of `///`, wrapped. No text can end the comment: a comment of this kind ends with its line, so
/// the text is split at every character that any tool treats as a line end, and invisible characters are removed.
enum DocText {
    /// The lines of a whole comment, each with `///`; empty without documentation.
    ///
    /// - Parameter source: The declaration's origin in the document, such as a route or a JSON pointer; the last
    ///   paragraph.
    static func lines(_ doc: Doc, source: String? = nil, more: [String] = [], depth: Int) -> [String] {
        comment(paragraphs(doc, more: more) + (source.map { [$0] } ?? []), depth: depth)
    }

    /// The summary, the discussion and the notes; notes follow a summary that is alone.
    static func paragraphs(_ doc: Doc, more: [String] = []) -> [String] {
        let notes = (doc.notes + more).joined(separator: " ")
        if let summary = doc.summary, doc.discussion == nil, !notes.isEmpty, !summary.contains("\n") {
            return [sentence(summary) + " " + notes]
        }
        return [doc.summary, doc.discussion, notes.isEmpty ? nil : notes].compactMap(\.self)
    }

    /// A list with a line for each item.
    static func list(_ items: [String], depth: Int) -> [String] {
        comment([items.map { "- " + line($0) }.joined(separator: "\n")], depth: depth)
    }

    static func comment(_ paragraphs: [String], depth: Int) -> [String] {
        text(paragraphs, width: width(at: depth)).map(slashed)
    }

    /// An item of a Markdown list: a head of ours, and paragraphs that continue below it.
    ///
    /// - Parameter indentation: The columns before the item's hyphen.
    static func item(_ head: String, _ paragraphs: [String], indentation: Int = 0, depth: Int) -> [String] {
        let margin = String(repeating: " ", count: indentation)
        let lines = text(paragraphs, head: head, width: width(at: depth) - indentation - 2)
        return lines.enumerated().map { index, line in
            slashed(line.isEmpty ? "" : margin + (index == 0 ? "- " : "  ") + line)
        }
    }

    private static func width(at depth: Int) -> Int { max(Layout.width - 4 * depth - 4, 40) }

    private static func slashed(_ line: String) -> String { line.isEmpty ? "///" : "/// " + line }

    /// Wrapped lines, with a blank one between paragraphs.
    ///
    /// - Parameter head: The beginning of the first paragraph.
    private static func text(_ paragraphs: [String], head: String = "", width: Int) -> [String] {
        var result: [String] = []
        for paragraph in paragraphs {
            var source = split(paragraph).map(neutralize)
            trimBlank(&source)
            if source.isEmpty { continue }
            if result.isEmpty { source[0] = head + source[0] } else { result.append("") }
            for line in source { wrap(line, width: width, into: &result) }
        }
        return result
    }

    /// A code span on one line that text cannot close.
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

    /// Splits at every Unicode line end, and removes invisible characters.
    private static func split(_ text: String) -> [String] {
        // Most text is visible ASCII, and checking bytes is many times faster than checking scalars.
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
            case _ where HiddenScalars.contains(scalar): break
            default: current.unicodeScalars.append(scalar)
            }
            previous = scalar
        }
        lines.append(current)
        return lines
    }

    /// Without the syntax of DocC: a line that begins with `@` is a directive, two backticks link to a symbol, and an item
    /// such as `- Parameter name:` describes a part of the declaration.
    private static func neutralize(_ line: String) -> String {
        guard
            line.utf8.contains(where: { $0 == UInt8(ascii: "@") || $0 == UInt8(ascii: "`") || $0 == UInt8(ascii: ":") })
        else { return line }
        var result = withoutField(line)
        if hasPair(of: UInt8(ascii: "`"), in: line), line.contains("``"), !line.contains("```") {
            result = line.replacing("``", with: "`")
        }
        if let first = result.firstIndex(where: { $0 != " " }), result[first] == "@" { result.insert("\\", at: first) }
        return result
    }

    /// Whether a byte occurs twice in a row. Most lines of a document have a code span and no such pair, and a search by
    /// characters takes many times as long.
    private static func hasPair(of byte: UInt8, in line: String) -> Bool {
        var previous: UInt8?
        for next in line.utf8 {
            if next == byte, previous == byte { return true }
            previous = next
        }
        return false
    }

    /// `- Returns: a pet` → `- *Returns*: a pet`, which is no longer a field of the declaration.
    private static func withoutField(_ line: String) -> String {
        guard let start = line.firstIndex(where: { $0 != " " }), "-*+".contains(line[start]),
            let colon = line.firstIndex(of: ":")
        else { return line }
        let words = line[line.index(after: start)..<colon].split(separator: " ")
        guard let first = words.first, fields.contains(first.lowercased()) else { return line }
        return line[..<first.startIndex] + "*" + first + "*" + line[first.endIndex...]
    }

    private static let fields: Set<String> = [
        "parameter", "parameters", "returns", "throws", "dictionarykeys", "httpbody",
    ]

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
    /// Text for a single line of a comment.
    static func line(_ text: String) -> String {
        if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.filter { !HiddenScalars.contains($0) }))
    }
}
