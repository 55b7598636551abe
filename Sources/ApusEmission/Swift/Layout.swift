/// Line breaks like those of `swift format`: one line if it fits, otherwise one argument per line.
///
/// Every declaration is printed at the left margin and indented afterwards; `depth` is the indentation inside it,
/// ``offset`` the levels by which it will be indented.
struct Layout {
    static let width = 120

    let offset: Int

    /// `head(parameters)tail` of a declaration, as lines without the first line's indentation.
    func declaration(_ head: String, _ parameters: [String], _ tail: String, depth: Int) -> String {
        let line = head + "(" + parameters.joined(separator: ", ") + ")" + tail
        if parameters.isEmpty || fits(line, depth: depth) { return line }
        let indentation = Self.indent(depth + 1)
        return head + "(\n" + parameters.map { indentation + $0 }.joined(separator: ",\n") + "\n" + Self.indent(depth)
            + ")"
            + tail
    }

    /// `head(arguments)tail` of a call; the closing parenthesis stays with the last argument.
    func call(_ head: String, _ arguments: [String], _ tail: String = "", reserve: Int = 0, depth: Int) -> String {
        let line = head + "(" + arguments.joined(separator: ", ") + ")" + tail
        if arguments.isEmpty || (fits(line, reserve: reserve, depth: depth) && !line.contains("\n")) { return line }
        let indentation = Self.indent(depth + 1)
        return head + "(\n" + arguments.map { indentation + $0 }.joined(separator: ",\n") + ")" + tail
    }

    /// `head[elements]`, broken into one element per line; a comma after the last when there are several.
    func array(_ head: String, _ elements: [String], depth: Int) -> String {
        let line = head + "[" + elements.joined(separator: ", ") + "]"
        // swift format reserves space for the comma that it would add after a last element on its own line.
        if elements.isEmpty || fits(line, reserve: 1, depth: depth) { return line }
        let indentation = Self.indent(depth + 1)
        let lines = elements.map { indentation + $0 }.joined(separator: ",\n") + (elements.count > 1 ? "," : "")
        return head + "[\n" + lines + "\n" + Self.indent(depth) + "]"
    }

    /// - Parameter reserve: Columns for a following text, such as a comma.
    func fits(_ line: String, reserve: Int = 0, depth: Int) -> Bool {
        let room = Self.width - 4 * (offset + depth) - reserve
        return line.utf8.count <= room || Self.columns(line) <= room
    }

    /// The width of text: a column for each character; for ASCII without finding character boundaries.
    static func columns(_ text: some StringProtocol) -> Int {
        text.utf8.allSatisfy { $0 < 0x80 } ? text.utf8.count : text.count
    }

    static func indent(_ depth: Int) -> String {
        String(repeating: "    ", count: depth)
    }

    /// Indents a block; blank lines stay blank.
    static func indented(_ block: String, by depth: Int) -> String {
        if depth == 0 { return block }
        // Works on bytes, because it runs over every nested line, once for each level.
        var result: [UInt8] = []
        result.reserveCapacity(block.utf8.count + block.utf8.count / 4)
        let indentation = [UInt8](repeating: 0x20, count: 4 * depth)
        var isAtStart = true
        for byte in block.utf8 {
            if byte == 0x0A {
                isAtStart = true
            } else if isAtStart {
                result += indentation
                isAtStart = false
            }
            result.append(byte)
        }
        return String(decoding: result, as: UTF8.self)
    }
}
