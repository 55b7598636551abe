/// Names in braces, in path templates and server URLs.
enum PathTemplate {
    /// The text without blanks at its ends.
    static func trim(_ text: String) -> String {
        guard let first = text.firstIndex(where: { !$0.isWhitespace }),
            let last = text.lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(text[first...last])
    }

    /// `/users/{id}/files/{name}` → `["id", "name"]`; each once, in order. Empty or unclosed braces are text.
    static func findNames(in template: String) -> [String] {
        var names: [String] = []
        var seen: Set<String> = []
        var current: String?
        for character in template {
            switch (character, current) {
            case ("{", _): current = ""
            case ("}", .some(let name)):
                if !name.isEmpty, seen.insert(name).inserted { names.append(name) }
                current = nil
            case (_, .some): current?.append(character)
            default: break
            }
        }
        return names
    }

    /// A template split at `?` and `#` outside of braces.
    struct Parts {
        var path = ""
        /// Without the `?`.
        var query = ""
        /// With the `#`: it is never sent, but distinguishes operations.
        var fragment = ""

        init(_ template: String) {
            var isInside = false
            var location = \Parts.path
            for character in template {
                switch character {
                case "{": isInside = true
                case "}": isInside = false
                case "?" where !isInside && location == \Parts.path:
                    location = \Parts.query
                    continue
                case "#" where !isInside: location = \Parts.fragment
                default: break
                }
                self[keyPath: location].append(character)
            }
        }

        var text: String {
            path + (query.isEmpty ? "" : "?" + query) + fragment
        }
    }

    /// The syntax of routers and RFC 6570 around a name: `{proxy+}`, `{+path}`, `{**path}`, `{path*}`, `{id:int}`,
    /// `{id?}`, `{parent=projects/*}`. Nil for a plain name.
    static func readExpression(_ text: String) -> PathExpression? {
        var name = Substring(trim(text))
        var spansSegments = false
        if let end = name.firstIndex(where: { $0 == ":" || $0 == "=" }) {
            let rule = name[name.index(after: end)...]
            spansSegments = rule.contains("**") || rule.contains("/") || [".*", ".+", "path"].contains(rule)
            name = name[..<end]
        }
        while let first = name.first, "+*".contains(first) {
            spansSegments = true
            name.removeFirst()
        }
        while let last = name.last, "+*?".contains(last) {
            spansSegments = spansSegments || last != "?"
            name.removeLast()
        }
        let isName = name.allSatisfy { $0.isLetter || $0.isNumber || "_-.".contains($0) }
        guard !name.isEmpty, name.count < text.count, isName else { return nil }
        return PathExpression(text: text, name: String(name), spansSegments: spansSegments)
    }
}
