/// The effect of a change on a caller: code that makes requests and reads responses with the generated client.
public enum ChangeClass: String, Sendable, CaseIterable, Comparable {
    /// A caller that uses the symbol compiles no more.
    case breaking
    /// A caller compiles and behaves otherwise: other bytes, other defaults, other checks, other retries.
    case silent
    /// A caller compiles, and the symbol is marked as deprecated.
    case deprecated
    /// A caller compiles and may use something new.
    case added
    /// A caller sees nothing: comments, locations and versions.
    case `internal`

    public static func < (left: ChangeClass, right: ChangeClass) -> Bool {
        left.weight < right.weight
    }

    private var weight: Int {
        Self.allCases.firstIndex(of: self) ?? 0
    }
}
