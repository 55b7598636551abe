/// English plurals, as far as names of arrays and their elements need them. A wrong guess only makes a name less
/// natural.
enum Plurals {
    /// `addresses` → `address`, `categories` → `category`, `data` → nil: there is no singular.
    static func singular(of text: String) -> String? {
        let lower = text.lowercased()
        if lower.hasSuffix("ies"), lower.utf8.count > 4 { return String(text.dropLast(3)) + "y" }
        for ending in ["sses", "xes", "ches", "shes", "zzes"] where lower.hasSuffix(ending) {
            return String(text.dropLast(2))
        }
        if lower.hasSuffix("s"), lower.utf8.count > 2, !["ss", "us", "is"].contains(where: lower.hasSuffix) {
            return String(text.dropLast())
        }
        return nil
    }

    /// `card` → `cards`, `category` → `categories`.
    static func plural(of text: String) -> String {
        let lower = text.lowercased()
        if lower.hasSuffix("y"), !["ay", "ey", "oy", "uy"].contains(where: lower.hasSuffix) {
            return text.dropLast() + "ies"
        }
        if ["s", "x", "ch", "sh"].contains(where: lower.hasSuffix) { return text + "es" }
        return text + "s"
    }
}
