/// Derives names of operations without one.
enum OperationNames {
    /// `GET /contacts/{contact_id}` → `getContactsByID` (as words: `get contacts by contact_id` keeps the parameter's last word).
    static func derive(method: String, path: String) -> String {
        var words = [method.lowercased()]
        for step in path.split(separator: "/") {
            let parts = step.split(whereSeparator: { $0 == "{" || $0 == "}" }).map(String.init)
            let isParameter = step.hasPrefix("{") && step.hasSuffix("}") && parts.count == 1
            if isParameter, let name = parts.first {
                words += ["by", lastWord(of: name, after: words.last ?? "")]
            } else {
                words += parts
            }
        }
        return words.joined(separator: "_")
    }

    /// `contact_id` after `contacts` is `id`; `slug` is `slug`.
    private static func lastWord(of name: String, after owner: String) -> String {
        let words = Words(name).words
        guard words.count > 1, let first = words.first?.lowercased() else { return name }
        let singular = (Plurals.singular(of: owner) ?? owner).lowercased()
        return first == singular || first == owner.lowercased() ? words.dropFirst().joined(separator: "_") : name
    }
}
