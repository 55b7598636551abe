/// A description as Markdown without HTML: paragraphs, lists, code and links are kept, other tags are removed, and
/// named characters are decoded. Markdown code is unchanged. One pass over the bytes; any text is safe, because
/// emission keeps every line inside its comment.
struct Prose {
    private let bytes: [UInt8]
    private var position = 0
    private var result: [UInt8] = []
    /// For each open list the number of its last item, 0 for unordered lists.
    private var lists: [Int] = []
    private var isNumbered: [Bool] = []
    /// The beginning of an open link's text, and its URL.
    private var link: (start: Int, address: String)?
    private var hasBlocks = false
    /// The position where a tag ended a line.
    private var lineEnd = -1
    private var isPreformatted = false
    private var isInCode = false
    /// Lengths of backtick runs that do not occur in the rest of the text.
    private var withoutEnd: Set<Int> = []
    /// Texts that do not occur in the rest.
    private var missing: Set<String> = []

    static func plain(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else { return text }
        var prose = Prose(text)
        return prose.convert()
    }

    private init(_ text: String) {
        bytes = Array(text.utf8)
        result.reserveCapacity(bytes.count)
    }

    private mutating func convert() -> String {
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "<"): readAngle()
            case UInt8(ascii: "&"): readEntity()
            case UInt8(ascii: "`") where !isPreformatted: readCode()
            case 0x20, 0x09:
                // After a tag, indentation would begin a code block.
                if !hasBlocks || isPreformatted || !isAtLineStart { result.append(bytes[position]) }
                position += 1
            case 0x0A where hasBlocks && !isPreformatted: readLineEnd()
            default:
                result.append(bytes[position])
                position += 1
            }
        }
        closeLink()
        if isInCode { append("`") }
        if isPreformatted { append("\n```") }
        return String(decoding: result, as: UTF8.self)
    }

    private var isAtLineStart: Bool {
        result.last == nil || result.last == 0x0A
    }

    /// Examines the last two bytes only; comparing `suffix(2)` with an array would traverse all of them.
    private var endsWithBlankLine: Bool {
        result.count > 1 && result[result.count - 1] == 0x0A && result[result.count - 2] == 0x0A
    }

    private mutating func append(_ text: String) {
        result.append(contentsOf: text.utf8)
    }

    private mutating func trimSpaces() {
        while let last = result.last, last == 0x20 || last == 0x09 { result.removeLast() }
    }

    /// A line end of a tag; the document's own line end after it is ignored.
    private mutating func newLine() {
        trimSpaces()
        if !isAtLineStart { result.append(0x0A) }
        lineEnd = result.count
    }

    private mutating func newParagraph() {
        newLine()
        if !result.isEmpty, !endsWithBlankLine { result.append(0x0A) }
        lineEnd = result.count
    }

    /// A line end of the document among tags: two consecutive ones end a paragraph.
    private mutating func readLineEnd() {
        position += 1
        trimSpaces()
        if lineEnd != result.count, !endsWithBlankLine, !result.isEmpty { result.append(0x0A) }
        lineEnd = -1
    }

    /// Reads up to the backtick run that ends the code; a run without an end is text.
    private mutating func readCode() {
        let start = position
        while position < bytes.count, bytes[position] == UInt8(ascii: "`") { position += 1 }
        let length = position - start
        guard length <= 8, !withoutEnd.contains(length), let end = findRun(of: length, from: position) else {
            withoutEnd.insert(length)
            result.append(contentsOf: bytes[start..<position])
            return
        }
        result.append(contentsOf: bytes[start..<end])
        position = end
    }

    private func findRun(of length: Int, from start: Int) -> Int? {
        var next = start
        while next < bytes.count {
            guard bytes[next] == UInt8(ascii: "`") else {
                next += 1
                continue
            }
            let run = next
            while next < bytes.count, bytes[next] == UInt8(ascii: "`") { next += 1 }
            if next - run == length { return next }
        }
        return nil
    }

    private mutating func readAngle() {
        if bytes[position...].starts(with: "<!--".utf8) {
            position = skip(past: "-->") ?? bytes.count
            return
        }
        guard let tag = HTMLTag(bytes, at: position) else {
            result.append(bytes[position])
            position += 1
            return
        }
        position = tag.end
        write(tag)
    }

    /// The position after a later occurrence of a text, and after the rest of the tag that it begins.
    private mutating func skip(past text: String) -> Int? {
        let wanted = Array(text.utf8)
        guard !missing.contains(text), position + wanted.count <= bytes.count else { return nil }
        let start = (position...(bytes.count - wanted.count)).first {
            bytes[$0] == wanted[0] && bytes[$0...].starts(with: wanted)
        }
        guard let end = start.map({ $0 + wanted.count }) else {
            missing.insert(text)
            return nil
        }
        if wanted.last == UInt8(ascii: ">") { return end }
        return bytes[end...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? bytes.count
    }

    private mutating func write(_ tag: HTMLTag) {
        switch tag.name {
        case "pre": togglePreformatted(tag)
        case _ where isPreformatted: return
        case "br":
            startsBlock()
            newLine()
        case "li": if !tag.isClosing { startItem() }
        case "tr":
            startsBlock()
            newLine()
        case "td", "th": if !tag.isClosing, !isAtLineStart { append(" | ") }
        case "a": tag.isClosing ? closeLink() : openLink(tag.attributes["href"])
        case "img": append(tag.attributes["alt"] ?? "")
        case _ where HTMLTags.hidden.contains(tag.name):
            if !tag.isClosing, let end = skip(past: "</" + tag.name) { position = end }
        case _ where HTMLTags.code.contains(tag.name):
            // A tag that ends nothing, or begins inside another, is not code.
            guard tag.isClosing == isInCode else { return }
            append("`")
            isInCode.toggle()
        case _ where HTMLTags.lists.contains(tag.name): toggleList(tag)
        case _ where HTMLTags.blocks.contains(tag.name):
            startsBlock()
            newParagraph()
        default: return
        }
    }

    private mutating func togglePreformatted(_ tag: HTMLTag) {
        guard tag.isClosing == isPreformatted else { return }
        startsBlock()
        isPreformatted ? newLine() : newParagraph()
        append("```")
        isPreformatted.toggle()
        isPreformatted ? newLine() : newParagraph()
        if isPreformatted, position < bytes.count, bytes[position] == 0x0A { position += 1 }
    }

    private mutating func startsBlock() {
        closeLink()
        if isInCode { append("`") }
        isInCode = false
        hasBlocks = true
    }

    private mutating func toggleList(_ tag: HTMLTag) {
        startsBlock()
        if !tag.isClosing {
            lists.isEmpty ? newParagraph() : newLine()
            // Deeper lists are not supported.
            if lists.count < 8 {
                lists.append(0)
                isNumbered.append(tag.name == "ol")
            }
        } else if !lists.isEmpty {
            lists.removeLast()
            isNumbered.removeLast()
            lists.isEmpty ? newParagraph() : newLine()
        }
    }

    private mutating func startItem() {
        startsBlock()
        newLine()
        append(String(repeating: "  ", count: max(lists.count - 1, 0)))
        guard let last = lists.indices.last, isNumbered[last] else { return append("- ") }
        lists[last] += 1
        append("\(lists[last]). ")
    }

    private mutating func openLink(_ address: String?) {
        closeLink()
        guard let address = address.flatMap(Prose.usable) else { return }
        link = (result.count, address)
    }

    /// `[text](url)`, or `<url>` where the text equals the URL.
    private mutating func closeLink() {
        guard let (start, address) = link else { return }
        link = nil
        trimSpaces()
        let text = String(decoding: result[min(start, result.count)...], as: UTF8.self)
        result.removeSubrange(min(start, result.count)...)
        let label = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if label.isEmpty { return }
        if label == address {
            append("<\(address)>")
        } else {
            append("[\(label.replacing("[", with: "(").replacing("]", with: ")"))](\(address))")
        }
    }

    /// A URL that only opens a page; other URLs are removed, and so are characters that could end the link.
    private static func usable(_ text: String) -> String? {
        let address = text.replacing("&amp;", with: "&")
        let isPlain = address.utf8.allSatisfy { byte in
            byte > 0x20 && byte < 0x7F && !"<>()[]\\`\"".utf8.contains(byte)
        }
        let scheme = address.lowercased().prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let isKnown = scheme.hasPrefix("https:") || scheme.hasPrefix("http:") || scheme.hasPrefix("mailto:")
        return isPlain && isKnown ? address : nil
    }

    /// `&lt;` → `<`, `&#8230;` → `…`. A decoded tag is escaped so that Markdown shows it.
    private mutating func readEntity() {
        let window = bytes[(position + 1)..<min(position + 12, bytes.count)]
        guard let end = window.firstIndex(of: UInt8(ascii: ";")), end > position + 1,
            let text = Prose.decode(String(decoding: bytes[(position + 1)..<end], as: UTF8.self))
        else {
            result.append(bytes[position])
            position += 1
            return
        }
        position = end + 1
        let opensTag =
            text == "<" && position < bytes.count && (bytes[position] | 0x20 >= 0x61 || bytes[position] == 0x2F)
        append(opensTag && !isPreformatted && !isInCode ? "\\<" : text)
    }

    private static func decode(_ name: String) -> String? {
        guard name.hasPrefix("#") else { return HTMLTags.entities[name] }
        let digits = name.dropFirst()
        let value =
            digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        guard let value, value >= 0x20, let scalar = Unicode.Scalar(value) else { return nil }
        return String(Character(scalar))
    }
}
