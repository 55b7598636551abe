/// Finds the functions, initializers, subscripts and computed properties of a file, with their lengths in lines.
struct FunctionFinder {
    struct Function: Equatable {
        let name: String
        /// 1-based line of the keyword.
        let line: Int
        /// From the keyword's line to the closing brace, both counted.
        let length: Int
    }

    private let bytes: [UInt8]

    static func find(in code: [Substring]) -> [Function] {
        FunctionFinder(bytes: Array(code.joined(separator: "\n").utf8)).find()
    }

    private func find() -> [Function] {
        var found: [Function] = []
        var line = 1
        var position = 0
        while position < bytes.count {
            if Self.isWord(bytes[position]) {
                let end = wordEnd(position)
                let word = bytes[position..<end]
                if begins(word), before(position) != UInt8(ascii: "."), before(position) != UInt8(ascii: "`"),
                    let body = bodyLineCount(from: end, isProperty: word.elementsEqual("var".utf8))
                {
                    found.append(Function(name: name(word, end), line: line, length: body + 1))
                }
                position = end
            } else {
                if bytes[position] == UInt8(ascii: "\n") { line += 1 }
                position += 1
            }
        }
        return found
    }

    private func begins(_ word: ArraySlice<UInt8>) -> Bool {
        ["func", "init", "subscript", "deinit", "var"].contains { word.elementsEqual($0.utf8) }
    }

    /// `func read` → `read`; `init` is its own name.
    private func name(_ word: ArraySlice<UInt8>, _ end: Int) -> String {
        let start = bytes[end...].firstIndex { $0 != UInt8(ascii: " ") } ?? end
        let following = bytes[start...].prefix { Self.isWord($0) }
        return String(decoding: following.isEmpty || start == end ? word : following, as: UTF8.self)
    }

    /// The number of line ends between the keyword and the closing brace; nil for a declaration without a body.
    private func bodyLineCount(from start: Int, isProperty: Bool) -> Int? {
        var depth = 0
        var lines = 0
        for position in start..<bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"):
                depth -= 1
                if depth < 0 { return nil }
            case UInt8(ascii: "{") where depth == 0: return lines + lineCount(ofBraces: position)
            case UInt8(ascii: "}") where depth == 0: return nil
            case UInt8(ascii: "=") where depth == 0 && isProperty: return nil
            case UInt8(ascii: "\n"):
                if depth == 0, !continues(after: position) { return nil }
                lines += 1
            default: break
            }
        }
        return nil
    }

    /// A signature goes on in the next line with an effect, a result, a constraint or the brace.
    private func continues(after newline: Int) -> Bool {
        let rest = bytes[(newline + 1)...].drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
        return ["{", "->", "where ", "throws", "async", "rethrows"].contains { rest.starts(with: $0.utf8) }
    }

    private func lineCount(ofBraces start: Int) -> Int {
        var depth = 0
        var lines = 0
        for byte in bytes[start...] {
            switch byte {
            case UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "}"):
                depth -= 1
                if depth == 0 { return lines }
            case UInt8(ascii: "\n"): lines += 1
            default: break
            }
        }
        return lines
    }

    private func before(_ position: Int) -> UInt8 {
        position == 0 ? 0 : bytes[position - 1]
    }

    private func wordEnd(_ start: Int) -> Int {
        bytes[start...].firstIndex { !Self.isWord($0) } ?? bytes.count
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
            true
        default: false
        }
    }
}
