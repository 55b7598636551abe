internal import HTTPTypes

/// `Link: <https://api.test/pets?page=2>; rel="next", …` (RFC 8288, section 3).
enum LinkHeader {
    /// The first target with the relation `next`, as written between the angle brackets.
    static func next(in headers: HTTPFields) -> String? {
        guard let name = HTTPField.Name("Link") else { return nil }
        for text in headers[values: name] {
            var cursor = HeaderCursor(text)
            while let link = read(&cursor) {
                if link.isNext, !link.target.isEmpty { return link.target }
            }
        }
        return nil
    }

    private struct Link {
        let target: String
        var isNext = false
    }

    /// Reads one link and the separator after it; nil at the end, or for text that is not a link.
    private static func read(_ cursor: inout HeaderCursor) -> Link? {
        cursor.skip(anyOf: " \t,")
        guard cursor.skip("<") else { return nil }
        var link = Link(target: cursor.read(before: ">"))
        guard cursor.skip(">") else { return nil }
        var isFirst = true
        while true {
            cursor.skip(anyOf: " \t")
            guard cursor.skip(";") else { break }
            let (name, value) = readParameter(&cursor)
            // Section 3.3: of several `rel` parameters, all but the first are ignored.
            if name.isSame(as: "rel"), isFirst {
                let relations = value.asciiLowercased.utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
                link.isNext = relations.contains { $0.elementsEqual("next".utf8) }
                isFirst = false
            }
        }
        _ = cursor.read(before: ",")
        return link
    }

    private static func readParameter(_ cursor: inout HeaderCursor) -> (name: String, value: String) {
        cursor.skip(anyOf: " \t")
        let name = cursor.read(before: "=;, \t").asciiLowercased
        cursor.skip(anyOf: " \t")
        guard cursor.skip("=") else { return (name, "") }
        cursor.skip(anyOf: " \t")
        return (name, cursor.skip("\"") ? cursor.readQuoted() : cursor.read(before: ";, \t"))
    }
}
