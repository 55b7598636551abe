/// The severity of a diagnostic. An error stops the run before anything is written.
public enum Severity: String, Sendable, Comparable, Codable, CaseIterable {
    case note, warning, error

    public static func < (left: Severity, right: Severity) -> Bool {
        left.weight < right.weight
    }

    private var weight: Int {
        switch self {
        case .note: 0
        case .warning: 1
        case .error: 2
        }
    }
}
