/// Whether the scopes of a token cover those of an operation.
public struct ScopeRule: Sendable {
    private let covers: @Sendable (_ granted: [String], _ needed: String) -> Bool

    /// A rule for servers whose scopes imply others: `admin` covers everything, `pets:write` covers `pets:read`.
    public init(_ covers: @escaping @Sendable (_ granted: [String], _ needed: String) -> Bool) {
        self.covers = covers
    }

    /// Each scope must be among the granted ones.
    public static let exact = ScopeRule { granted, needed in granted.contains(needed) }
    /// Leaves the check to the server.
    public static let unchecked = ScopeRule { _, _ in true }

    func missing(_ needed: [String], in granted: [String]) -> [String] {
        needed.filter { !covers(granted, $0) }
    }
}
