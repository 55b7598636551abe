import ApusModel
import ApusRegexp
import ApusSource
import ApusSpec

/// A JSON Schema under construction, keyword by keyword.
struct ConstraintText {
    private var keywords: [ConstraintDecl] = []
    private var further: [String] = []

    var members: [ConstraintDecl] {
        further.isEmpty
            ? keywords : keywords + [ConstraintDecl(keyword: "allOf", json: "[" + further.joined(separator: ",") + "]")]
    }

    var json: String? {
        members.isEmpty ? nil : "{" + members.map { "\"\($0.keyword)\":\($0.json)" }.joined(separator: ",") + "}"
    }

    mutating func add(_ keyword: String, _ json: String?) {
        if let json { keywords.append(ConstraintDecl(keyword: keyword, json: json)) }
    }

    /// Adds a whole schema that also applies.
    mutating func add(further json: String?) {
        if let json { further.append(json) }
    }

    mutating func add(required names: [String]) {
        if !names.isEmpty { add("required", "[" + names.map(CompactJSON.ascii).joined(separator: ",") + "]") }
    }

    /// Limits in the order of the specification (JSON Schema Validation 2020-12, section 6).
    ///
    /// - Parameter isWhole: Whether patterns that the runtime cannot check remain.
    /// - Returns: The omitted patterns.
    @discardableResult
    mutating func add(_ limits: LimitKeywords, isWhole: Bool = false) -> [String] {
        let patterns = [limits.pattern].compactMap { $0 } + limits.furtherPatterns
        let unchecked = isWhole ? [] : patterns.filter { !Self.isChecked($0) }
        for (keyword, number) in [
            ("multipleOf", limits.multipleOf), ("maximum", limits.maximum),
            ("exclusiveMaximum", limits.exclusiveMaximum), ("minimum", limits.minimum),
            ("exclusiveMinimum", limits.exclusiveMinimum),
        ] {
            add(keyword, number.flatMap(CompactJSON.number))
        }
        add("maxLength", limits.maxLength.map(String.init))
        add("minLength", limits.minLength.flatMap { $0 > 0 ? String($0) : nil })
        add("pattern", limits.pattern.flatMap { unchecked.contains($0) ? nil : CompactJSON.ascii($0) })
        add("maxItems", limits.maxItems.map(String.init))
        add("minItems", limits.minItems.flatMap { $0 > 0 ? String($0) : nil })
        add("uniqueItems", limits.uniqueItems ? "true" : nil)
        add("maxContains", limits.maxContains.map(String.init))
        add("minContains", limits.minContains.map(String.init))
        add("maxProperties", limits.maxProperties.map(String.init))
        add("minProperties", limits.minProperties.flatMap { $0 > 0 ? String($0) : nil })
        further += limits.furtherMultiples.compactMap(CompactJSON.number).map { "{\"multipleOf\":\($0)}" }
        further += limits.furtherPatterns.filter { !unchecked.contains($0) }.map {
            "{\"pattern\":\(CompactJSON.ascii($0))}"
        }
        return unchecked
    }

    /// Whether the runtime's engine supports a pattern.
    static func isChecked(_ pattern: String) -> Bool {
        LinearRegexp(pattern, as: .ecmaScript) != nil
    }
}
