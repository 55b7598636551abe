/// The parameters of a header such as `multipart/mixed; boundary="a b"` (RFC 9110, 5.6.6), by lower-case name.
struct HeaderParameters {
    private var values: [String: String] = [:]

    init(_ text: String) {
        var rest = Substring(text).drop { $0 != ";" }
        while rest.first == ";" {
            rest = rest.dropFirst().drop { $0 == " " || $0 == "\t" }
            let name = rest.prefix { $0 != "=" && $0 != ";" }
            rest = rest.dropFirst(name.count)
            guard rest.first == "=" else { continue }
            rest = rest.dropFirst()
            let value = rest.first == "\"" ? Self.takeQuoted(&rest) : Self.takeToken(&rest)
            values[name.lowercased().filter { $0 != " " }] = value
            rest = rest.drop { $0 != ";" }
        }
    }

    subscript(name: String) -> String? {
        values[name]
    }

    private static func takeToken(_ rest: inout Substring) -> String {
        let token = rest.prefix { $0 != ";" }
        rest = rest.dropFirst(token.count)
        return String(token.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
    }

    private static func takeQuoted(_ rest: inout Substring) -> String {
        var value = ""
        rest = rest.dropFirst()
        while let character = rest.popFirst(), character != "\"" {
            value.append(character == "\\" ? rest.popFirst() ?? "\\" : character)
        }
        return value
    }
}
