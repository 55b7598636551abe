/// The part of a pointer that leads from one schema to another one inside it.
enum SchemaSteps {
    /// Where the schema that holds the others begins: all behind is keywords of schemas. `[…, "Owner", "properties", "name"]` → behind
    /// `Owner`.
    static func start(in steps: [String]) -> Int {
        steps.indices.first { index in isPath(steps[index...]) } ?? steps.count
    }

    /// `properties`, `phones`, `items` in `Owner` → `Owner phone`; nil where the steps are no keywords of schemas.
    static func name(of steps: ArraySlice<String>, in owner: String) -> String? {
        guard isPath(steps) else { return nil }
        var (owner, last) = (owner, "")
        func join() -> String { last.isEmpty ? owner : owner + " " + last }
        var rest = steps
        while let keyword = rest.popFirst() {
            let key = named.contains(keyword) || numbered.contains(keyword) ? rest.popFirst() : nil
            switch keyword {
            case "properties", "dependentSchemas", "dependencies": (owner, last) = (join(), key ?? "")
            case "$defs", "definitions": (owner, last) = (key ?? "", "")
            case "items", "contains", "prefixItems": last = one(of: last, else: "item") + number(key)
            case "additionalProperties", "unevaluatedProperties", "patternProperties":
                last = one(of: last, else: "value")
            case "allOf" where rest.isEmpty: (owner, last) = (join(), "part" + number(key))
            case "oneOf" where rest.isEmpty, "anyOf" where rest.isEmpty:
                (owner, last) = (join(), "option" + number(key))
            default: if rest.isEmpty { (owner, last) = (join(), keyword) }
            }
        }
        return join()
    }

    /// `phones` → `phone`; of what has no plural, what one of it is.
    private static func one(of name: String, else word: String) -> String {
        name.isEmpty ? word : Plurals.singular(of: name) ?? name + " " + word
    }

    /// Indices count from 0, and names from 1.
    private static func number(_ key: String?) -> String {
        key.flatMap { Int($0) }.map { " " + String($0 &+ 1) } ?? ""
    }

    private static func isPath(_ steps: ArraySlice<String>) -> Bool {
        var rest = steps
        while let keyword = rest.popFirst() {
            if named.contains(keyword) {
                guard rest.popFirst() != nil else { return false }
            } else if numbered.contains(keyword) {
                guard let key = rest.popFirst(), Int(key) != nil else { return false }
            } else if !alone.contains(keyword) {
                return false
            }
        }
        return true
    }

    /// Keywords with schemas by name.
    private static let named: Set<String> = [
        "properties", "patternProperties", "dependentSchemas", "dependencies", "$defs", "definitions",
    ]
    /// Keywords with lists of schemas.
    private static let numbered: Set<String> = ["allOf", "oneOf", "anyOf", "prefixItems"]
    private static let alone: Set<String> = [
        "items", "additionalProperties", "unevaluatedProperties", "unevaluatedItems", "contains", "not", "if", "then",
        "else", "propertyNames",
    ]
}
