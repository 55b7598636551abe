/// Percent-encoding by location (RFC 3986, 2.1): each UTF-8 byte outside of the set becomes `%XX`.
struct PercentEncoding: Sendable {
    private let low: UInt64
    private let high: UInt64
    /// `%XX` in the value is unchanged (RFC 6570, 1.5, reserved expansion).
    private let keepsTriplets: Bool
    private let spaceAsPlus: Bool
    let isIdentity: Bool

    init(allowing extra: StaticString, tilde: Bool = true, keepsTriplets: Bool = false, spaceAsPlus: Bool = false) {
        var low: UInt64 = 0
        var high: UInt64 = 0
        let unreserved: StaticString = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
        for text in [unreserved, extra] {
            text.withUTF8Buffer { bytes in
                for byte in bytes {
                    if byte < 64 { low |= 1 << UInt64(byte) } else if byte < 128 { high |= 1 << UInt64(byte - 64) }
                }
            }
        }
        if !tilde { high &= ~(1 << UInt64(0x7E - 64)) }
        self.low = low
        self.high = high
        self.keepsTriplets = keepsTriplets
        self.spaceAsPlus = spaceAsPlus
        isIdentity = false
    }

    private init(isIdentity: Bool) {
        low = .max
        high = .max
        keepsTriplets = true
        spaceAsPlus = false
        self.isIdentity = isIdentity
    }

    /// For headers and raw cookies: values are unchanged.
    static let none = PercentEncoding(isIdentity: true)

    /// Encodes characters outside of ASCII only.
    static let ascii = PercentEncoding(isIdentity: false)

    /// RFC 3986, 2.3: letters, digits and `-._~`. For every value and name without reserved expansion.
    static let unreserved = PercentEncoding(allowing: "")
    /// RFC 6570 reserved expansion inside one path segment: keeps all reserved characters except the delimiters of a
    /// path.
    static let reservedInPath = PercentEncoding(allowing: ":@!$&'()*+,;=/", keepsTriplets: true)
    /// Keeps the reserved characters that are valid in a query value. `&`, `+`, `#`, `[` and `]` are still encoded:
    /// they would end the value, become a space, end the query, or are not allowed there (RFC 3986, 3.4).
    static let reservedInQuery = PercentEncoding(allowing: ":/?@!$'()*,;=", keepsTriplets: true)
    /// A query as a whole, with its delimiters (RFC 3986, 3.4).
    static let query = PercentEncoding(allowing: ":@!$&'()*+,;=/?", keepsTriplets: true)
    /// `application/x-www-form-urlencoded` (WHATWG URL, 5.2): a space is `+`, `~` is encoded, `*` is not.
    static let form = PercentEncoding(allowing: "*", tilde: false, spaceAsPlus: true)
    /// ``reservedInQuery`` for a form's `allowReserved`.
    static let reservedInForm = PercentEncoding(allowing: ":/?@!$'()*,;", keepsTriplets: true, spaceAsPlus: true)

    func encode(_ text: String) -> String {
        if isIdentity { return text }
        let utf8 = Array(text.utf8)
        if utf8.allSatisfy({ allows($0) }) { return text }
        var output: [UInt8] = []
        output.reserveCapacity(utf8.count * 3)
        for (index, byte) in utf8.enumerated() {
            if allows(byte) || byte == 0x25 && keepsTriplets && isTriplet(utf8, at: index) {
                output.append(byte)
            } else if byte == 0x20, spaceAsPlus {
                output.append(0x2B)
            } else {
                output.append(0x25)
                output.append(Self.digit(byte >> 4))
                output.append(Self.digit(byte & 15))
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    private func allows(_ byte: UInt8) -> Bool {
        if byte < 64 { return low & 1 << UInt64(byte) != 0 }
        return byte < 128 && high & 1 << UInt64(byte - 64) != 0
    }

    private func isTriplet(_ bytes: [UInt8], at index: Int) -> Bool {
        index + 2 < bytes.count && Self.isDigit(bytes[index + 1]) && Self.isDigit(bytes[index + 2])
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
        default: false
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? 0x30 + value : 0x37 + value
    }
}
