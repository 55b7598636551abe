/// The parameters of a `WWW-Authenticate` (RFC 9110, 11.6.1): `Bearer error="invalid_token", scope="a b"`.
///
/// Schemes are not told apart: only the names that RFC 6750, 3 gives to bearer tokens are asked for.
struct BearerChallenge {
    private var parameters: [String: String] = [:]

    subscript(name: String) -> String? { parameters[name] }

    init(_ text: String) {
        var rest = text[...]
        while let equals = rest.firstIndex(of: "=") {
            let name = rest[..<equals].split { $0 == " " || $0 == "," }.last.map { $0.lowercased() } ?? ""
            let value: String
            (value, rest) = Self.takeValue(rest[rest.index(after: equals)...])
            if parameters[name] == nil { parameters[name] = value }
        }
    }

    private static func takeValue(_ text: Substring) -> (String, Substring) {
        guard text.first == "\"" else {
            let token = text.prefix { $0 != "," && $0 != " " }
            return (String(token), text[token.endIndex...])
        }
        var value = ""
        var isEscaped = false
        var index = text.index(after: text.startIndex)
        while index < text.endIndex {
            let letter = text[index]
            index = text.index(after: index)
            if isEscaped {
                value.append(letter)
                isEscaped = false
            } else if letter == "\\" {
                isEscaped = true
            } else if letter == "\"" {
                break
            } else {
                value.append(letter)
            }
        }
        return (value, text[index...])
    }
}
