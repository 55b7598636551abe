import ApusSource
import ApusSpec

/// Limits and the default in words: `minLength: 1` → `At least 1 character.`, `minimum: 10, maximum: 100, default: 10` → `10–100, default
/// 10.`
enum LimitNotes {
    /// Formats that do not affect a type but are informative.
    static let namedFormats: Set<String> = [
        "email", "idn-email", "hostname", "ipv4", "ipv6", "uri", "uri-reference", "iri", "time", "duration", "decimal",
        "regex",
        "json-pointer", "phone", "e164",
    ]

    /// - Parameter format: The format of the schema that has the limits: bounds that repeat its type's are left out.
    /// - Parameter standard: The default, as it is printed; it follows the first range.
    static func describe(_ limits: LimitKeywords, format: String?, standard: String?) -> [String] {
        var ranges = [
            range(limits.minLength, limits.maxLength, one: "character", many: "characters"),
            numbers(limits, NumberBounds(format: format)),
            range(limits.minItems, limits.maxItems, one: "item", many: "items"),
            range(limits.minProperties, limits.maxProperties, one: "member", many: "members"),
        ].compactMap { $0 }
        if let standard, !ranges.isEmpty { ranges[0] += ", default " + standard }
        var notes = ranges.map { $0 + "." }
        notes += limits.patterns.map { "Pattern: `\($0)`." }
        notes += limits.multiples.map { "A multiple of \($0.text)." }
        if limits.uniqueItems { notes.append("Items are unique.") }
        if let standard, ranges.isEmpty { notes.append("Default: \(standard).") }
        return notes
    }

    /// `10–100`, `At least 10`, `Greater than 0, less than 1`
    private static func numbers(_ limits: LimitKeywords, _ bounds: NumberBounds) -> String? {
        let least = limits.minimum.flatMap { bounds.repeats(minimum: $0) ? nil : $0 }
        let most = limits.maximum.flatMap { bounds.repeats(maximum: $0) ? nil : $0 }
        let above = limits.exclusiveMinimum.flatMap { bounds.repeats(minimum: $0) ? nil : $0 }
        let below = limits.exclusiveMaximum.flatMap { bounds.repeats(maximum: $0) ? nil : $0 }
        if let least, let most, above == nil, below == nil { return between(least.text, most.text) }
        let phrases = [
            least.map { "at least \($0.text)" }, above.map { "greater than \($0.text)" },
            most.map { "at most \($0.text)" }, below.map { "less than \($0.text)" },
        ].compactMap { $0 }
        guard let first = phrases.first else { return nil }
        return ([first.prefix(1).uppercased() + first.dropFirst()] + phrases.dropFirst()).joined(separator: ", ")
    }

    private static func between(_ least: String, _ most: String) -> String {
        if least == most { return "Exactly \(least)" }
        return least.hasPrefix("-") || most.hasPrefix("-") ? "\(least) to \(most)" : "\(least)–\(most)"
    }

    private static func range(_ least: Int?, _ most: Int?, one: String, many: String) -> String? {
        func count(_ number: Int) -> String { "\(number) \(number == 1 ? one : many)" }
        switch (least, most) {
        case (nil, nil), (0?, nil): return nil
        case (let least?, nil): return "At least \(count(least))"
        case (nil, let most?), (0?, let most?): return "At most \(count(most))"
        case (let least?, let most?):
            return least == most ? "Exactly \(count(least))" : "\(least)–\(count(most))"
        }
    }
}
