/// Text in paths of answers.
enum PathText {
    /// Percent-encodes what is not a letter, a digit, or one of `-._~`.
    static func encode(_ text: String) -> String { write(text, keeping: Array("-._~".utf8)) }

    /// Percent-encodes what a URL cannot have.
    static func safe(_ text: String) -> String { write(text, keeping: Array("-._~%/?:@!$&'()*+,;=[]".utf8)) }

    private static func write(_ text: String, keeping others: [UInt8]) -> String {
        text.utf8.map { byte -> String in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: String(UnicodeScalar(byte))
            default:
                others.contains(byte)
                    ? String(UnicodeScalar(byte))
                    : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }.joined()
    }
}
