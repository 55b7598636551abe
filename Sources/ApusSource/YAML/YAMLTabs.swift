/// Tabs that YAML 1.2 allows and libyaml refuses: on lines without other text, before comments, after `- `, and before
/// a value on its own line (sections 6.2, 6.4 and 6.6). Each becomes a space, or a line break where spaces would belong
/// to the text above, so that every mark keeps its position. Only files that libyaml refuses are processed.
struct YAMLTabs {
    /// The file with the tabs replaced.
    private(set) var bytes: [UInt8]
    /// Tabs at the beginning of a block scalar's text; libyaml must see another character there.
    private(set) var textTabs: Set<Int> = []
    private(set) var isChanged = false

    private var scalar: BlockScalar?

    /// A block scalar whose lines are being skipped.
    private struct BlockScalar {
        /// The column of its parent; its text is further right.
        let parent: Int
        /// The column of its text, if known.
        var column: Int?

        func contains(column: Int) -> Bool {
            self.column.map { column >= $0 } ?? (column > parent)
        }
    }

    /// One line, as offsets: blanks from `start` to `text`, of which the first `spaces` are not tabs.
    private struct Line {
        let start: Int
        let text: Int
        let end: Int
        let spaces: Int

        var isEmpty: Bool { text == end }
        var hasTab: Bool { start + spaces < text }
    }

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var lines: [Line] = []
        var start = 0
        while start < bytes.count {
            let line = Self.line(of: bytes, from: start)
            lines.append(line)
            start = line.end + 1
        }
        // Whether the next line with text belongs to the open scalar, computed from the end so that no line is visited
        // twice.
        var next: [Int?] = Array(repeating: nil, count: lines.count + 1)
        for number in lines.indices.reversed() { next[number] = lines[number].isEmpty ? next[number + 1] : number }
        for (number, line) in lines.enumerated() {
            let following = next[number + 1].map { lines[$0] }
            if !pass(line, before: following) { look(at: line) }
        }
    }

    private static func line(of bytes: [UInt8], from start: Int) -> Line {
        var text = start
        while text < bytes.count, bytes[text] == 0x20 { text += 1 }
        let spaces = text - start
        while text < bytes.count, bytes[text] == 0x20 || bytes[text] == 0x09 { text += 1 }
        var end = text
        while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
        return Line(start: start, text: text, end: end, spaces: spaces)
    }

    /// Handles a line of an open block scalar, or after one; returns false for a line to handle like any other.
    private mutating func pass(_ line: Line, before following: Line?) -> Bool {
        guard var open = scalar else { return false }
        if line.isEmpty, !line.hasTab { return true }
        if open.contains(column: line.spaces) {
            if open.column == nil {
                open.column = line.spaces
                scalar = open
                if line.hasTab {
                    textTabs.formUnion((line.start + line.spaces..<line.text).filter { bytes[$0] == 0x09 })
                    isChanged = true
                }
            }
            return true
        }
        let isComment = !line.isEmpty && bytes[line.text] == 0x23
        guard line.hasTab, line.isEmpty || isComment else {
            scalar = nil
            return false
        }
        // Before the text, a tab is neither part of the scalar nor a comment.
        if open.column == nil { return true }
        let isInside = line.isEmpty && following.map { open.contains(column: $0.spaces) } == true
        replace(line.start..<line.text, with: isInside ? 0x20 : 0x0A)
        if isComment { scalar = nil }
        return true
    }

    private mutating func look(at line: Line) {
        guard !line.isEmpty else { return replaceTabs(in: line.start..<line.text) }
        if bytes[line.text] == 0x23 { return replaceTabs(in: line.start..<line.text) }
        var column = line.text - line.start
        var index = line.text
        if line.hasTab {
            guard line.spaces > 0, isValue(index..<line.end) else { return }
            replaceTabs(in: line.start..<line.text)
        }
        // After each `- ` of the line a value may begin.
        while index + 1 < line.end, bytes[index] == 0x2D || bytes[index] == 0x3A, Self.isBlank(bytes[index + 1]) {
            var value = index + 1
            while value < line.end, Self.isBlank(bytes[value]) { value += 1 }
            if bytes[index + 1..<value].contains(0x09) {
                guard isValue(value..<line.end) else { return }
                replaceTabs(in: index + 1..<value)
            }
            if value == line.end || bytes[value] == 0x7C || bytes[value] == 0x3E { break }
            index = value
            column = index - line.start
        }
        scalar = YAMLBlockHeader.read(bytes[index..<line.end]).map { header in
            BlockScalar(parent: column, column: header.indentation.map { column + $0 })
        }
    }

    /// Whether a text is a single value: not an entry of a mapping or a sequence, which tabs must not indent.
    private func isValue(_ range: Range<Int>) -> Bool {
        guard let first = range.first.map({ bytes[$0] }) else { return true }
        if [0x22, 0x27, 0x5B, 0x7B].contains(first) { return true }
        let text = bytes[range]
        if first == 0x2D || first == 0x3F, text.count == 1 || Self.isBlank(bytes[range.lowerBound + 1]) { return false }
        return !text.indices.contains { index in
            bytes[index] == 0x3A && (index + 1 == range.upperBound || Self.isBlank(bytes[index + 1]))
        }
    }

    private mutating func replaceTabs(in range: Range<Int>) {
        for index in range where bytes[index] == 0x09 { replace(index..<index + 1, with: 0x20) }
    }

    private mutating func replace(_ range: Range<Int>, with byte: UInt8) {
        for index in range { bytes[index] = byte }
        if !range.isEmpty { isChanged = true }
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09
    }
}
