/// The valid content of a header's value (RFC 9110, 5.5).
enum HeaderRules {
    /// nil: the text is valid. Bytes over 0x7F are valid: they are opaque, and sent as UTF-8.
    static func problem(in text: String) -> String? {
        for byte in text.utf8 where byte < 0x20 && byte != 0x09 || byte == 0x7F {
            switch byte {
            case 0x0A: return "a header cannot hold a line feed"
            case 0x0D: return "a header cannot hold a carriage return"
            case 0x00: return "a header cannot hold NUL"
            default: return "a header cannot hold the control character \(byte)"
            }
        }
        return nil
    }
}
