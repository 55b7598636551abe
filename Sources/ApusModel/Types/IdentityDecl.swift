/// The `id` of a type that is `Identifiable`.
public struct IdentityDecl: Equatable, Sendable {
    /// The type of `id`; an optional where values may be without one.
    public var type: TypeRef
    /// The name in messages of the member; nil for a union, which has the `id` of its alternatives.
    public var key: String?
    /// The code that reads the member for a computed `id`; empty where the member itself is `id`, and for a union.
    public var steps: [AccessStep]

    public init(type: TypeRef, key: String? = nil, steps: [AccessStep] = []) {
        self.type = type
        self.key = key
        self.steps = steps
    }
}

/// The entry of the configuration about the identity of a type.
public struct IdentityRule: Equatable, Sendable {
    /// The name or pattern of the entry.
    public var setting: String
    /// The name in messages of the member; empty: the type is not `Identifiable`.
    public var key: String
    /// Whether the entry is a pattern, which other types may match too.
    public var isPattern: Bool

    public init(setting: String, key: String, isPattern: Bool) {
        self.setting = setting
        self.key = key
        self.isPattern = isPattern
    }
}

extension TypeHeader {
    /// Whether `conformances` of the configuration has `Identifiable`.
    public var isConfiguredIdentifiable: Bool {
        conformances.contains { ["Identifiable", "Swift.Identifiable"].contains($0) }
    }
}
