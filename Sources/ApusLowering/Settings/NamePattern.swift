/// A name of the document in which `*` is any text without a full stop: `*Dto`, `Contact.*_at`.
struct NamePattern {
    private let parts: [[UInt8]]

    /// nil for a name without `*`.
    init?(_ text: String) {
        guard text.utf8.contains(UInt8(ascii: "*")) else { return nil }
        parts = text.utf8.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false).map(Array.init)
    }

    /// The bytes that are not `*`: a longer pattern says more.
    var weight: Int {
        parts.reduce(0) { $0 + $1.count }
    }

    /// The text of each `*`, as short as possible from the left; nil where the name does not match.
    func match(_ name: String) -> [String]? {
        let text = Array(name.utf8)
        guard let first = parts.first, text.starts(with: first) else { return nil }
        var found: [String] = []
        var start = first.count
        for (index, part) in parts.enumerated().dropFirst() {
            guard let end = Self.find(part, in: text, from: start, isLast: index == parts.count - 1),
                !text[start..<end].contains(UInt8(ascii: "."))
            else { return nil }
            found.append(String(decoding: text[start..<end], as: UTF8.self))
            start = end + part.count
        }
        return found
    }

    /// The first position of a part, or for the last one the end of the text.
    private static func find(_ part: [UInt8], in text: [UInt8], from start: Int, isLast: Bool) -> Int? {
        let last = text.count - part.count
        guard last >= start else { return nil }
        if isLast { return text[last...].elementsEqual(part) ? last : nil }
        return (start...last).first { text[$0..<($0 + part.count)].elementsEqual(part) }
    }

    /// Each `*` of a text replaced by what it matched; those without a match are left out.
    static func fill(_ text: String, with matches: [String]) -> String {
        var rest = matches[...]
        return text.split(separator: "*", omittingEmptySubsequences: false).map(String.init).reduce(nil) {
            filled, part in
            filled.map { $0 + (rest.popFirst() ?? "") + part } ?? part
        } ?? text
    }
}
