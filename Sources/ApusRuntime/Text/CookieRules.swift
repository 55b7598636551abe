/// The valid content of a cookie pair (RFC 6265, 4.1.1, as far as it protects the neighboring pairs).
enum CookieRules {
    static func problem(in pair: String) -> String? {
        for byte in pair.utf8 where byte <= 0x20 && byte != 0x20 || byte == 0x3B || byte == 0x7F {
            return byte == 0x3B ? "a cookie cannot hold ';'" : "a cookie cannot hold the control character \(byte)"
        }
        return nil
    }
}
