/// Text of `application/x-www-form-urlencoded` (WHATWG URL, 5.1): `a+b%26` → `a b&`. Invalid escapes are unchanged.
package enum FormText {
    package static func encode(_ text: String) -> String { PercentEncoding.form.encode(text) }

    package static func decode(_ text: some StringProtocol) -> String {
        String(decoding: unescape(Array(text.utf8)[...]), as: UTF8.self)
    }

    static func unescape(_ text: ArraySlice<UInt8>) -> [UInt8] {
        let bytes = Array(text)
        var output: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == 0x25, index + 2 < bytes.count, let high = digit(bytes[index + 1]),
                let low = digit(bytes[index + 2])
            {
                output.append(high << 4 | low)
                index += 3
            } else {
                output.append(bytes[index] == 0x2B ? 0x20 : bytes[index])
                index += 1
            }
        }
        return output
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }
}
