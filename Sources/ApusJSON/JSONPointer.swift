/// RFC 6901 JSON pointers, in the plain form and as a URI fragment.
public enum JSONPointer {
    /// `a/b~c` → `a~1b~0c`
    public static func escape(_ token: String) -> String {
        guard token.utf8.contains(where: { $0 == 0x7E || $0 == 0x2F }) else { return token }
        var escaped = ""
        for character in token.unicodeScalars {
            switch character {
            case "~": escaped += "~0"
            case "/": escaped += "~1"
            default: escaped.unicodeScalars.append(character)
            }
        }
        return escaped
    }

    /// `["a/b", "0"]` → `/a~1b/0`; nil for an excessively long pointer, because a document chooses the length of
    /// tokens.
    public static func join(_ tokens: [String]) -> String? {
        guard tokens.reduce(0, { $0 + $1.utf8.count }) < lengthLimit else { return nil }
        return tokens.map { "/" + escape($0) }.joined()
    }

    private static let lengthLimit = 4_096

    /// `a~1b~0c` → `a/b~c`; a tilde that begins no escape is unchanged.
    public static func unescape(_ token: Substring) -> String {
        guard token.utf8.contains(0x7E) else { return String(token) }
        var result = ""
        var rest = token.unicodeScalars[...]
        while let character = rest.popFirst() {
            switch (character, rest.first) {
            case ("~", "0"): result += "~"
            case ("~", "1"): result += "/"
            default:
                result.unicodeScalars.append(character)
                continue
            }
            rest.removeFirst()
        }
        return result
    }

    /// `/a~1b/0` → `["a/b", "0"]`; the empty pointer has no tokens.
    public static func split(_ pointer: String) -> [String] {
        // By bytes: a slash before a combining mark separates, too.
        pointer.utf8.split(separator: 0x2F, omittingEmptySubsequences: false).dropFirst().map {
            unescape(Substring($0))
        }
    }

    /// `%7Bid%7D` → `{id}`; invalid percent-encoding of UTF-8 is unchanged.
    public static func decodePercent(_ text: String) -> String {
        guard text.utf8.contains(0x25) else { return text }
        let bytes = Array(text.utf8)
        var decoded: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == 0x25, index + 2 < bytes.count, let high = readDigit(bytes[index + 1]),
                let low = readDigit(bytes[index + 2])
            {
                decoded.append(high << 4 | low)
                index += 3
            } else {
                decoded.append(bytes[index])
                index += 1
            }
        }
        let result = String(decoding: decoded, as: UTF8.self)
        return result.utf8.elementsEqual(decoded) ? result : text
    }

    private static func readDigit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }
}
