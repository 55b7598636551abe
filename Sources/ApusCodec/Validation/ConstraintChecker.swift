/// Validates JSON values against schemas (JSON Schema 2020-12, validation vocabulary and applicators, without
/// references).
///
/// A keyword applies only to values of its type: every number passes `maxLength`. Unknown keywords are ignored.
package struct ConstraintChecker {
    package private(set) var violations: [Violation] = []
    /// The maximum number of reported violations; a body may have one for each of its bytes.
    static let most = 1_000

    package init() {}

    /// Whether a value satisfies a schema.
    package static func accepts(_ value: JSONValue, _ schema: JSONValue) -> Bool {
        var checker = ConstraintChecker()
        checker.check(value, against: schema, at: "")
        return checker.violations.isEmpty
    }

    package mutating func check(_ value: JSONValue, against schema: JSONValue, at path: String) {
        if case .bool(false) = schema { report(path, "false", "nothing is allowed here") }
        guard case .object(let schema) = schema else { return }
        for keyword in schema {
            check(value, keyword: keyword.key, keyword.value, schema, path)
        }
        switch value {
        case .string(let text): check(text, schema, path)
        case .number(let number): check(number, schema, path)
        case .array(let elements): check(elements, schema, path)
        case .object(let members): check(members, schema, path)
        case .null, .bool: return
        }
    }

    mutating func report(_ path: String, _ keyword: String, _ demand: @autoclosure () -> String) {
        guard violations.count < Self.most else { return }
        violations.append(Violation(path: path, keyword: keyword, demand: demand()))
    }

    /// Keywords about values of any type.
    private mutating func check(
        _ value: JSONValue, keyword: String, _ argument: JSONValue, _ schema: JSONObject, _ path: String
    ) {
        let schemas = argument.array ?? []
        switch keyword {
        case "type" where !hasType(value, argument): report(path, keyword, "type \(argument)")
        case "const" where !Self.areEqual(value, argument): report(path, keyword, "\(argument)")
        case "enum" where !schemas.contains { Self.areEqual(value, $0) }: report(path, keyword, "one of \(argument)")
        case "not" where Self.accepts(value, argument): report(path, keyword, "anything but what fits \(argument)")
        case "allOf": for part in schemas { check(value, against: part, at: path) }
        case "anyOf" where !schemas.contains { Self.accepts(value, $0) }:
            report(path, keyword, "something that fits one of \(schemas.count) alternatives")
        case "oneOf":
            let count = schemas.count { Self.accepts(value, $0) }
            if count != 1 {
                report(path, keyword, "something that fits one of \(schemas.count) alternatives, not \(count)")
            }
        case "if":
            let branch = Self.accepts(value, argument) ? "then" : "else"
            if let consequence = schema[branch] { check(value, against: consequence, at: path) }
        default: return
        }
    }

    /// Compares by code points (JSON Schema 2020-12, section 4.2.2); for Swift's `==` an `é` as one code point and as
    /// two are equal.
    private static func areEqual(_ left: JSONValue, _ right: JSONValue) -> Bool {
        switch (left, right) {
        case (.string(let left), .string(let right)): left.utf8.elementsEqual(right.utf8)
        case (.array(let left), .array(let right)): left.count == right.count && zip(left, right).allSatisfy(areEqual)
        case (.object(let left), .object(let right)):
            left.count == right.count
                && left.allSatisfy { member in right[member.key].map { areEqual(member.value, $0) } ?? false }
        default: left == right
        }
    }

    private func hasType(_ value: JSONValue, _ argument: JSONValue) -> Bool {
        (argument.array ?? [argument]).contains { name in
            switch (name.string, value) {
            case ("null", .null), ("boolean", .bool), ("number", .number), ("string", .string), ("array", .array),
                ("object", .object):
                true
            case ("integer", .number(let number)): number.parts.exponent.map { $0 >= 0 } ?? true
            default: false
            }
        }
    }

    private mutating func check(_ text: String, _ schema: JSONObject, _ path: String) {
        // Counts code points (section 6.3.1), not grapheme clusters.
        let length = text.unicodeScalars.count
        if let least = schema["minLength"]?.int, length < least {
            report(path, "minLength", "at least \(Self.count(least, "character"))")
        }
        if let most = schema["maxLength"]?.int, length > most {
            report(path, "maxLength", "at most \(Self.count(most, "character"))")
        }
        if let pattern = schema["pattern"]?.string, ConstraintPattern.matches(pattern, text) == false {
            report(path, "pattern", "text like `\(pattern)`")
        }
    }

    private mutating func check(_ number: JSONNumber, _ schema: JSONObject, _ path: String) {
        if let least = schema["minimum"]?.number, number.isLess(than: least) {
            report(path, "minimum", "at least \(least)")
        }
        if let most = schema["maximum"]?.number, most.isLess(than: number) {
            report(path, "maximum", "at most \(most)")
        }
        if let bound = schema["exclusiveMinimum"]?.number, !bound.isLess(than: number) {
            report(path, "exclusiveMinimum", "greater than \(bound)")
        }
        if let bound = schema["exclusiveMaximum"]?.number, !number.isLess(than: bound) {
            report(path, "exclusiveMaximum", "less than \(bound)")
        }
        if let step = schema["multipleOf"]?.number, !number.isMultiple(of: step) {
            report(path, "multipleOf", "a multiple of \(step)")
        }
    }

    /// `1 item`, `2 items`
    static func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
}
