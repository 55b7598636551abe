internal import HTTPTypes

/// `Link: <https://api.test/pets?page=2>; rel="next", …` (RFC 8288, section 3).
enum LinkHeader {
    /// The first target whose relation is `next`, as it stands between the angle brackets.
    static func next(in headers: HTTPFields) -> String? {
        guard let name = HTTPField.Name("Link") else { return nil }
        for text in headers[values: name] {
            var rest = text[...]
            while let link = read(&rest) {
                if link.relations.contains("next"), !link.target.isEmpty { return link.target }
            }
        }
        return nil
    }

    private struct Link {
        let target: String
        var relations: [String] = []
    }

    /// Reads one link and what separates it from the following one; nil at the end, or where the text is no link.
    private static func read(_ rest: inout Substring) -> Link? {
        rest = rest.drop { $0 == " " || $0 == "\t" || $0 == "," }
        guard rest.first == "<", let close = rest.firstIndex(of: ">") else { return nil }
        var link = Link(target: String(rest[rest.index(after: rest.startIndex)..<close]))
        rest = rest[rest.index(after: close)...]
        var isFirst = true
        while true {
            rest = rest.drop { $0 == " " || $0 == "\t" }
            guard rest.first == ";" else { break }
            rest = rest.dropFirst()
            let (name, value) = readParameter(&rest)
            // Section 3.3: of several `rel`, all but the first are ignored.
            if name == "rel", isFirst {
                link.relations = value.lowercased().split { $0 == " " || $0 == "\t" }.map(String.init)
                isFirst = false
            }
        }
        rest = rest.drop { $0 != "," }
        return link
    }

    private static func readParameter(_ rest: inout Substring) -> (name: String, value: String) {
        rest = rest.drop { $0 == " " || $0 == "\t" }
        let name = rest.prefix { !"=;, \t".contains($0) }
        rest = rest.dropFirst(name.count).drop { $0 == " " || $0 == "\t" }
        guard rest.first == "=" else { return (name.lowercased(), "") }
        rest = rest.dropFirst().drop { $0 == " " || $0 == "\t" }
        guard rest.first == "\"" else {
            let value = rest.prefix { !";, \t".contains($0) }
            rest = rest.dropFirst(value.count)
            return (name.lowercased(), String(value))
        }
        rest = rest.dropFirst()
        var value = ""
        while let character = rest.popFirst(), character != "\"" {
            value.append(character == "\\" ? rest.popFirst() ?? character : character)
        }
        return (name.lowercased(), value)
    }
}
