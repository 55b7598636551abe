/// Names in braces, as path templates and server addresses have them.
enum PathTemplate {
    /// `/users/{id}/files/{name}` → `["id", "name"]`; each once, in order. Braces that hold nothing or do not close are text.
    static func findNames(in template: String) -> [String] {
        var names: [String] = []
        var current: String?
        for character in template {
            switch (character, current) {
            case ("{", _): current = ""
            case ("}", .some(let name)):
                if !name.isEmpty, !names.contains(name) { names.append(name) }
                current = nil
            case (_, .some(let name)): current = name + String(character)
            default: break
            }
        }
        return names
    }
}
