/// A violation of the document's constraints.
///
/// `contact.tags[2]: at most 10 characters (maxLength)`. Never contains the value, which may be a secret.
public struct Violation: Sendable, Hashable, CustomStringConvertible {
    /// The location in the value, with the document's names; empty for the value itself.
    public let path: String
    /// The violated keyword of JSON Schema, such as `maxLength`.
    public let keyword: String
    /// The requirement.
    public let demand: String

    /// Creates a violation, for an adopter's own rules.
    public init(path: String, keyword: String, demand: String) {
        self.path = path
        self.keyword = keyword
        self.demand = demand
    }

    /// Path, requirement and keyword in one line.
    public var description: String {
        ShownText.escape("\(path)\(path.isEmpty ? "" : ": ")\(demand) (\(keyword))")
    }
}

/// All violations of a value.
public struct ValidationProblem: APIProblem, Hashable {
    /// The violations in encoding order; never empty.
    public let violations: [Violation]

    /// Creates an error, for an adopter's own rules.
    public init(_ violations: [Violation]) { self.violations = violations }

    /// All violations in one line.
    public var description: String { violations.map(\.description).joined(separator: "; ") }
}
