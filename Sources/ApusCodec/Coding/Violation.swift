/// A place where a value is not what the document demands.
///
/// `contact.tags[2]: at most 10 characters (maxLength)`. Never holds the value, which may be a secret.
public struct Violation: Sendable, Hashable, CustomStringConvertible {
    /// Where in the value, with the names of the wire; empty for the value itself.
    public let path: String
    /// The keyword of JSON Schema that is violated, such as `maxLength`.
    public let keyword: String
    /// What is demanded.
    public let demand: String

    /// Makes a violation, for rules of one's own.
    public init(path: String, keyword: String, demand: String) {
        self.path = path
        self.keyword = keyword
        self.demand = demand
    }

    /// Path, demand and keyword in one line.
    public var description: String {
        ShownText.escape("\(path)\(path.isEmpty ? "" : ": ")\(demand) (\(keyword))")
    }
}

/// Everything about a value that the document does not allow.
public struct ValidationError: Error, Sendable, Hashable, CustomStringConvertible {
    /// In the order of the wire; never empty.
    public let violations: [Violation]

    /// Makes an error, for rules of one's own.
    public init(_ violations: [Violation]) { self.violations = violations }

    /// All violations in one line.
    public var description: String { violations.map(\.description).joined(separator: "; ") }
}
