/// The parameters of a `WWW-Authenticate` (RFC 9110, 11.6.1): `Bearer error="invalid_token", scope="a b"`.
///
/// Schemes are not distinguished: only the parameters that RFC 6750, 3 defines for bearer tokens are read.
struct BearerChallenge {
    private var parameters: [ByteText: String] = [:]

    subscript(name: ByteText) -> String? { parameters[name] }

    init(_ text: String) {
        var cursor = HeaderCursor(text)
        while true {
            let words = cursor.read(before: "=")
            guard cursor.skip("=") else { return }
            let name = words.utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ",") }.last
            let key = ByteText(name.map { Substring($0).asciiLowercased } ?? "")
            let value = cursor.skip("\"") ? cursor.readQuoted() : cursor.read(before: ", ")
            if parameters[key] == nil { parameters[key] = value }
        }
    }
}
