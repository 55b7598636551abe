import ApusSource
import ApusSpec

/// Limits as text: `minLength: 1` → `At least 1 character.`
enum LimitNotes {
    /// Formats that do not affect a type but are informative.
    static let namedFormats: Set<String> = [
        "email", "idn-email", "hostname", "ipv4", "ipv6", "uri", "uri-reference", "iri", "time", "duration", "decimal",
        "regex",
        "json-pointer", "phone", "e164",
    ]

    static func describe(_ limits: LimitKeywords) -> [String] {
        var notes: [String] = []
        add(&notes, range(limits.minLength, limits.maxLength, one: "character", many: "characters"))
        notes += limits.patterns.map { "Pattern: `\($0)`." }
        add(&notes, limits.minimum.map { "At least \($0.text)." })
        add(&notes, limits.maximum.map { "At most \($0.text)." })
        add(&notes, limits.exclusiveMinimum.map { "Greater than \($0.text)." })
        add(&notes, limits.exclusiveMaximum.map { "Less than \($0.text)." })
        notes += limits.multiples.map { "A multiple of \($0.text)." }
        add(&notes, range(limits.minItems, limits.maxItems, one: "item", many: "items"))
        add(&notes, limits.uniqueItems ? "Items are unique." : nil)
        add(&notes, range(limits.minProperties, limits.maxProperties, one: "member", many: "members"))
        return notes
    }

    private static func add(_ notes: inout [String], _ note: String?) {
        if let note { notes.append(note) }
    }

    private static func range(_ least: Int?, _ most: Int?, one: String, many: String) -> String? {
        func count(_ number: Int) -> String { "\(number) \(number == 1 ? one : many)" }
        switch (least, most) {
        case (nil, nil), (0?, nil): return nil
        case (let least?, nil): return "At least \(count(least))."
        case (nil, let most?), (0?, let most?): return "At most \(count(most))."
        case (let least?, let most?):
            return least == most ? "Exactly \(count(least))." : "\(least) to \(count(most))."
        }
    }
}
