/// Names in braces, as path templates and server addresses have them.
enum PathTemplate {
    /// `/users/{id}/files/{name}` → `["id", "name"]`; each once, in order. Braces that hold nothing or do not close
    /// are text.
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
}
