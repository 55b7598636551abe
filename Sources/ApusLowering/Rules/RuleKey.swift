/// A member of a rule in `apus.yaml` or an extension of a document: its name, its meaning, and how its value is stored.
public struct RuleKey<Rule>: Sendable {
    public enum Kind {
        case text((inout Rule, String) -> Void)
        case choice([String], (inout Rule, String) -> Void)
        case flag((inout Rule, Bool) -> Void)
        case count(ClosedRange<Int>, (inout Rule, Int) -> Void)
        /// `60s`, `250ms`, `5m`, `1h`; a number is in seconds. Stored in milliseconds.
        case duration((inout Rule, Int) -> Void)
        /// `UTC`, `+02:00`, `-05:30`. Stored in seconds east of UTC.
        case offset((inout Rule, Int) -> Void)
        case texts((inout Rule, [String]) -> Void)
    }

    public let name: String
    public let documentation: String
    public let isRequired: Bool
    public let kind: @Sendable () -> Kind

    init(_ name: String, _ documentation: String, isRequired: Bool = false, _ kind: @escaping @Sendable () -> Kind) {
        self.name = name
        self.documentation = documentation
        self.isRequired = isRequired
        self.kind = kind
    }
}
