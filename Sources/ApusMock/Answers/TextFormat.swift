import ApusCodec
import ApusLowering
import ApusRuntime
import ApusSpec

/// Whether a text of a request has the `format` that an answer promises. Requests with other texts are served all the same: for them,
/// `format` is an annotation (JSON Schema 2020-12, "Format-Annotation Vocabulary").
enum TextFormat {
    /// Formats of JSON Schema that nothing here checks: no text of a request is taken for one.
    private static let unchecked: Set<String> = [
        "time", "duration", "ipv6", "idn-email", "idn-hostname", "iri", "iri-reference", "uri-reference",
        "uri-template",
        "json-pointer", "relative-json-pointer", "regex",
    ]

    /// True for formats that JSON Schema does not define.
    static func has(_ text: String, _ format: String) -> Bool {
        let bytes = Array(text.utf8)
        switch format {
        case "uuid": return isUUID(bytes)
        case "date": return isDate(bytes[...])
        case "date-time": return isTimestamp(bytes)
        case "email": return isEmail(bytes)
        case "hostname": return isHost(bytes[...])
        case "ipv4": return isAddress(bytes)
        case "uri", "url": return isURI(bytes)
        default: return !unchecked.contains(format)
        }
    }

    private static func isUUID(_ bytes: [UInt8]) -> Bool {
        bytes.count == 36
            && bytes.enumerated().allSatisfy { index, byte in
                [8, 13, 18, 23].contains(index) ? byte == UInt8(ascii: "-") : isHex(byte)
            }
    }

    private static func isHex(_ byte: UInt8) -> Bool {
        isDigit(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) }

    /// The numbers of a text of digits in which `0` of a pattern stands for one; nil for any other text.
    private static func numbers(in bytes: ArraySlice<UInt8>, like pattern: String) -> [Int]? {
        guard bytes.count == pattern.utf8.count else { return nil }
        var numbers = [0]
        for (byte, wanted) in zip(bytes, pattern.utf8) {
            if wanted == UInt8(ascii: "0") {
                guard isDigit(byte) else { return nil }
                numbers[numbers.count - 1] = numbers[numbers.count - 1] * 10 + Int(byte - 0x30)
            } else {
                guard byte == wanted else { return nil }
                numbers.append(0)
            }
        }
        return numbers
    }

    private static func isDate(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let parts = numbers(in: bytes, like: "0000-00-00"), parts[0] > 0, (1...12).contains(parts[1]) else {
            return false
        }
        let isLeap = parts[0] % 4 == 0 && (parts[0] % 100 != 0 || parts[0] % 400 == 0)
        let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return (1...days[parts[1] - 1]).contains(parts[2])
    }

    /// RFC 3339, without leap seconds.
    private static func isTimestamp(_ bytes: [UInt8]) -> Bool {
        guard bytes.count >= 20, isDate(bytes[..<10]), bytes[10] == UInt8(ascii: "T"),
            let time = numbers(in: bytes[11..<19], like: "00:00:00"), time[0] < 24, time[1] < 60, time[2] < 60
        else { return false }
        var rest = bytes[19...]
        if rest.first == UInt8(ascii: ".") {
            let digits = rest.dropFirst().prefix(while: isDigit).count
            guard digits > 0 else { return false }
            rest = rest.dropFirst(1 + digits)
        }
        if rest.elementsEqual("Z".utf8) { return true }
        guard let sign = rest.first, [UInt8(ascii: "+"), UInt8(ascii: "-")].contains(sign),
            let offset = numbers(in: rest.dropFirst(), like: "00:00")
        else { return false }
        return offset[0] < 24 && offset[1] < 60
    }

    private static func isEmail(_ bytes: [UInt8]) -> Bool {
        let parts = bytes.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].count <= 64 else { return false }
        let atoms = parts[0].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return isHost(parts[1])
            && atoms.allSatisfy { atom in
                !atom.isEmpty
                    && atom.allSatisfy { isLetter($0) || isDigit($0) || "!#$%&'*+/=?^_`{|}~-".utf8.contains($0) }
            }
    }

    private static func isHost(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.count <= 253 else { return false }
        let hyphen = UInt8(ascii: "-")
        return bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { label in
            (1...63).contains(label.count) && label.first != hyphen && label.last != hyphen
                && label.allSatisfy { isLetter($0) || isDigit($0) || $0 == hyphen }
        }
    }

    private static func isAddress(_ bytes: [UInt8]) -> Bool {
        let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return parts.count == 4
            && parts.allSatisfy { part in
                (1...3).contains(part.count) && part.allSatisfy(isDigit) && (part.count == 1 || part.first != 0x30)
                    && part.reduce(0) { $0 * 10 + Int($1 - 0x30) } < 256
            }
    }

    /// An address with a host and perhaps a port; brackets and schemes without a host are left out.
    private static func isURI(_ bytes: [UInt8]) -> Bool {
        let scheme = bytes.prefix { $0 != UInt8(ascii: ":") }
        let rest = bytes.dropFirst(scheme.count)
        guard let first = scheme.first, isLetter(first),
            scheme.allSatisfy({ isLetter($0) || isDigit($0) || "+-.".utf8.contains($0) }),
            rest.starts(with: "://".utf8)
        else { return false }
        let hierarchy = rest.dropFirst(3)
        let authority = hierarchy.prefix { !"/?#".utf8.contains($0) }
        let host = authority.prefix { $0 != UInt8(ascii: ":") }
        return isHost(host) && authority.dropFirst(host.count + 1).allSatisfy(isDigit)
            && isPath(hierarchy.dropFirst(authority.count))
    }

    private static func isPath(_ bytes: ArraySlice<UInt8>) -> Bool {
        let parts = bytes.split(separator: UInt8(ascii: "%"), omittingEmptySubsequences: false)
        return parts.dropFirst().allSatisfy { $0.prefix(2).count == 2 && $0.prefix(2).allSatisfy(isHex) }
            && parts.joined().allSatisfy {
                isLetter($0) || isDigit($0) || "-._~!$&'()*+,;=:@/?".utf8.contains($0)
            }
    }
}

extension MockDocument {
    /// Whether the texts of a value have the formats of its schema.
    func hasFormats(_ value: JSONValue, _ schema: Schema, depth: Int = 0) -> Bool {
        guard depth < 32 else { return false }
        let schema = document.resolve(schema)
        switch value {
        case .string(let text): return schema.format.map { TextFormat.has(text, $0) } ?? true
        case .array(let items):
            guard let inner = schema.array.items else { return true }
            return items.allSatisfy { hasFormats($0, inner, depth: depth + 1) }
        case .object(let members):
            return examples.members(of: schema).allSatisfy { property in
                members[property.name].map { hasFormats($0, property.schema, depth: depth + 1) } ?? true
            }
        case .null, .bool, .number: return true
        }
    }
}
