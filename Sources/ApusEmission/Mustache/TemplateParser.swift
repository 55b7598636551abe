/// Parses Mustache (mustache(5)): variables, sections, inverted sections, comments, partials and changed delimiters; a
/// line that contains only one non-printing tag is removed. Templates print Swift, so nothing is escaped: `{{name}}`,
/// `{{{name}}}` and `{{&name}}` are equal.
struct TemplateParser {
    private struct Tag {
        var kind: UInt8
        var content: String
        /// The position after the closing delimiter.
        var end: Int
    }

    private struct Level {
        var path: Template.Path = []
        var isInverted = false
        var start = 0
        var tokens: [Template.Token] = []
    }

    private static let kinds = Set("#^/&{!%>=<$".utf8)
    /// The kinds of tags whose line is removed when it contains nothing else.
    private static let standalone = Set("#^/!%>=".utf8)
    private static let deepest = 64

    private let bytes: [UInt8]
    private var position = 0
    private var open = Array("{{".utf8)
    private var close = Array("}}".utf8)
    private var levels = [Level()]

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    mutating func parse() throws(TemplateFault) -> [Template.Token] {
        while let start = bytes[position...].firstRange(of: open)?.lowerBound {
            let tag = try readTag(at: start)
            let line = Self.standalone.contains(tag.kind) ? wholeLine(start, tag.end) : nil
            addText(upTo: line?.lowerBound ?? start)
            position = line?.upperBound ?? tag.end
            let indentation = line.map { String(decoding: bytes[$0.lowerBound..<start], as: UTF8.self) }
            try add(tag, at: start, indentation: indentation ?? "")
        }
        addText(upTo: bytes.count)
        let level = levels[levels.count - 1]
        guard levels.count == 1 else {
            throw fault(level.start, "the section \(Self.name(level.path)) is never closed")
        }
        return level.tokens
    }

    private func readTag(at start: Int) throws(TemplateFault) -> Tag {
        let inside = start + open.count
        let first = bytes[inside...].first { !Self.isSpace($0) } ?? 0
        let kind = Self.kinds.contains(first) ? first : 0
        let ending = kind == UInt8(ascii: "{") ? [UInt8(ascii: "}")] + close : close
        guard let end = bytes[inside...].firstRange(of: ending) else { throw fault(start, "a tag is never closed") }
        var content = Self.trimmed(bytes[inside..<end.lowerBound])
        if kind != 0 { content = Self.trimmed(content.dropFirst()) }
        return Tag(kind: kind, content: String(decoding: content, as: UTF8.self), end: end.upperBound)
    }

    private mutating func add(_ tag: Tag, at start: Int, indentation: String) throws(TemplateFault) {
        switch tag.kind {
        case UInt8(ascii: "!"), UInt8(ascii: "%"): return
        case UInt8(ascii: "="): try changeDelimiters(tag, at: start)
        case UInt8(ascii: ">"):
            guard !tag.content.isEmpty else { throw fault(start, "a partial has no name") }
            addToken(.partial(Template.Partial(name: tag.content, indentation: indentation)))
        case UInt8(ascii: "#"), UInt8(ascii: "^"):
            guard levels.count < Self.deepest else { throw fault(start, "sections are nested too deeply") }
            let path = try path(tag, at: start)
            levels.append(Level(path: path, isInverted: tag.kind == UInt8(ascii: "^"), start: start))
        case UInt8(ascii: "/"): try closeSection(try path(tag, at: start), at: start)
        case UInt8(ascii: "<"), UInt8(ascii: "$"):
            throw fault(start, "templates do not inherit from each other; a partial is {{> name}}")
        default:
            let path = try path(tag, at: start)
            addToken(path.count == 1 && CommonTags.isWord(path[0]) ? .word(path[0]) : .variable(path))
        }
    }

    private mutating func closeSection(_ path: Template.Path, at start: Int) throws(TemplateFault) {
        guard levels.count > 1, let level = levels.popLast(), level.path == path else {
            throw fault(start, "{{/\(Self.name(path))}} closes no section that is open here")
        }
        addToken(level.isInverted ? .inverted(path, level.tokens) : .section(path, level.tokens))
    }

    /// `{{=<% %>=}}`
    private mutating func changeDelimiters(_ tag: Tag, at start: Int) throws(TemplateFault) {
        let words = tag.content.hasSuffix("=") ? tag.content.dropLast().split(separator: " ") : []
        guard words.count == 2 else { throw fault(start, "delimiters are changed as {{=<% %>=}}") }
        open = Array(words[0].utf8)
        close = Array(words[1].utf8)
    }

    private func path(_ tag: Tag, at start: Int) throws(TemplateFault) -> Template.Path {
        if tag.content == "." { return [] }
        let names = tag.content.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard !names.contains(where: { $0.isEmpty || $0.utf8.contains(where: Self.isSpace) }) else {
            throw fault(start, "{{\(tag.content)}} is no name")
        }
        return names
    }

    private mutating func addText(upTo end: Int) {
        if end > position { addToken(.text(String(decoding: bytes[position..<end], as: UTF8.self))) }
    }

    private mutating func addToken(_ token: Template.Token) { levels[levels.count - 1].tokens.append(token) }

    /// The range from the beginning of the line to the end of its line break, when the tag is surrounded by white space
    /// only.
    private func wholeLine(_ start: Int, _ end: Int) -> Range<Int>? {
        var first = start
        while first > 0, bytes[first - 1] != 0x0A {
            guard Self.isSpace(bytes[first - 1]) else { return nil }
            first -= 1
        }
        var last = end
        while last < bytes.count, bytes[last] != 0x0A {
            guard Self.isSpace(bytes[last]) else { return nil }
            last += 1
        }
        return first..<min(last + 1, bytes.count)
    }

    private func fault(_ position: Int, _ reason: String) -> TemplateFault {
        TemplateFault(line: bytes[..<position].count { $0 == 0x0A } + 1, reason: reason)
    }

    private static func name(_ path: Template.Path) -> String { path.isEmpty ? "." : path.joined(separator: ".") }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var rest = bytes.drop(while: isSpace)
        while let last = rest.last, isSpace(last) { rest.removeLast() }
        return rest
    }
}
