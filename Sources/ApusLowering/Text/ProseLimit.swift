/// How much of a description a comment holds: its first paragraphs, up to a bound. Manuals belong in the document.
enum ProseLimit {
    /// About 25 lines of a comment.
    static let length = 2_400

    /// The text, or its first paragraphs with a sentence that says where the rest is. A first paragraph that is too long by itself ends after a
    /// line, a sentence or a word.
    static func cut(_ text: String, pointer: String?) -> String {
        let bytes = text.utf8
        guard bytes.count > length,
            let limit = bytes.index(bytes.startIndex, offsetBy: length, limitedBy: bytes.endIndex)
        else { return text }
        let end = findEnd(in: text, before: limit)
        var kept = String(text[..<end])
        while kept.last?.isWhitespace == true { kept.removeLast() }
        if hasOpenFence(kept) { kept += "\n```" }
        let place = pointer.map { " at `#\($0.filter { $0 != "`" })`" } ?? ""
        return kept + "\n\nThe document says more\(place)."
    }

    /// Paragraphs, then lines, then sentences, then words; half of the bound is kept at least.
    private static func findEnd(in text: String, before limit: String.Index) -> String.Index {
        let bytes = text.utf8
        let least = bytes.index(bytes.startIndex, offsetBy: length / 3)
        var ends: [String.Index?] = [nil, nil, nil, nil]
        var place = bytes.index(before: limit)
        while place > least, ends[0] == nil {
            let byte = bytes[place]
            let previous = bytes[bytes.index(before: place)]
            if byte == 0x0A {
                if previous == 0x0A { ends[0] = place }
                ends[1] = ends[1] ?? place
            } else if byte == 0x20 {
                if previous == UInt8(ascii: ".") { ends[2] = ends[2] ?? place }
                ends[3] = ends[3] ?? place
            }
            place = bytes.index(before: place)
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
