/// The length of a description in a comment: its first paragraphs, up to a limit. Manuals belong in the document.
enum ProseLimit {
    /// About 25 lines of a comment.
    static let length = 2_400

    /// The text, or its first paragraphs with a sentence about the location of the rest. A first paragraph that exceeds
    /// the limit ends after a line, a sentence or a word.
    static func cut(_ text: String, pointer: String?) -> String {
        let bytes = text.utf8
        guard bytes.count > length,
            let limit = bytes.index(bytes.startIndex, offsetBy: length, limitedBy: bytes.endIndex)
        else { return text }
        let end = findEnd(in: text, before: limit)
        var kept = String(text[..<end])
        while kept.last?.isWhitespace == true { kept.removeLast() }
        if hasOpenFence(kept) { kept += "\n```" }
        let location = pointer.map { " at `#\($0.filter { $0 != "`" })`" } ?? ""
        return kept + "\n\nThe document says more\(location)."
    }

    /// Prefers the end of a paragraph, then a line, a sentence, a word; at least half of the limit is kept.
    private static func findEnd(in text: String, before limit: String.Index) -> String.Index {
        let bytes = text.utf8
        let least = bytes.index(bytes.startIndex, offsetBy: length / 3)
        var ends: [String.Index?] = [nil, nil, nil, nil]
        var position = bytes.index(before: limit)
        while position > least, ends[0] == nil {
            let byte = bytes[position]
            let previous = bytes[bytes.index(before: position)]
            if byte == 0x0A {
                if previous == 0x0A { ends[0] = position }
                ends[1] = ends[1] ?? position
            } else if byte == 0x20 {
                if previous == UInt8(ascii: ".") { ends[2] = ends[2] ?? position }
                ends[3] = ends[3] ?? position
            }
            position = bytes.index(before: position)
        }
        if let end = ends.compactMap(\.self).first { return end }
        var end = limit
        while bytes[end] & 0xC0 == 0x80 { end = bytes.index(before: end) }
        return end
    }

    private static func hasOpenFence(_ text: String) -> Bool {
        let fences = text.split(separator: "\n").count { line in
            line.drop { $0 == " " }.hasPrefix("```")
        }
        return !fences.isMultiple(of: 2)
    }
}
