/// Blanks comments and string literals, so that the rest can be searched as code. Code inside an interpolation remains.
///
///     let a = "try!" // fatalError(   →   let a = "    "
///
/// Regex literals are not supported; the project has none.
struct SwiftMask {
    private let bytes: [UInt8]
    private var output: [UInt8]
    private var position = 0

    static func mask(_ text: String) -> String {
        var mask = SwiftMask(bytes: Array(text.utf8))
        mask.skipCode(inInterpolation: false)
        return String(decoding: mask.output, as: UTF8.self)
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
        output = bytes
    }

    private func isAt(_ text: StaticString) -> Bool {
        text.withUTF8Buffer { bytes[position...].starts(with: $0) }
    }

    private mutating func blank(_ count: Int = 1) {
        for index in position..<min(position + count, bytes.count) where bytes[index] != UInt8(ascii: "\n") {
            output[index] = UInt8(ascii: " ")
        }
        position += count
    }

    private mutating func skipCode(inInterpolation: Bool) {
        var depth = 0
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "/") where isAt("//"): skipLineComment()
            case UInt8(ascii: "/") where isAt("/*"): skipBlockComment()
            case UInt8(ascii: "\""), UInt8(ascii: "#"): skipString()
            case UInt8(ascii: "("):
                depth += 1
                position += 1
            case UInt8(ascii: ")"):
                if inInterpolation, depth == 0 { return }
                depth -= 1
                position += 1
            default: position += 1
            }
        }
    }

    private mutating func skipLineComment() {
        while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { blank() }
    }

    private mutating func skipBlockComment() {
        var depth = 0
        repeat {
            if isAt("/*") {
                depth += 1
                blank(2)
            } else if isAt("*/") {
                depth -= 1
                blank(2)
            } else {
                blank()
            }
        } while depth > 0 && position < bytes.count
    }

    /// The next byte is a quote, or a hash that may begin a raw string (`#if` does not).
    private mutating func skipString() {
        let hashes = bytes[position...].prefix { $0 == UInt8(ascii: "#") }.count
        position += hashes
        guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { return }
        // Text of several lines begins on a new one; `#""""#` is one line with two quotes in it.
        let quotes = isAt("\"\"\"\n") ? 3 : 1
        position += quotes
        let mark = [UInt8](repeating: UInt8(ascii: "#"), count: hashes)
        let end = [UInt8](repeating: UInt8(ascii: "\""), count: quotes) + mark
        let escape = [UInt8(ascii: "\\")] + mark
        while position < bytes.count {
            if bytes[position...].starts(with: end) {
                position += end.count
                return
            }
            if bytes[position...].starts(with: escape) {
                blank(escape.count)
                skipEscape()
            } else if quotes == 1, bytes[position] == UInt8(ascii: "\n") {
                return
            } else {
                blank()
            }
        }
    }

    private mutating func skipEscape() {
        guard position < bytes.count else { return }
        guard bytes[position] == UInt8(ascii: "(") else { return blank() }
        blank()
        skipCode(inInterpolation: true)
        if position < bytes.count { blank() }
    }
}
