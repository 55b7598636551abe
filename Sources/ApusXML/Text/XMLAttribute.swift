/// An attribute of an element.
public struct XMLAttribute: Sendable, Hashable {
    /// Without its prefix.
    public var name: String
    /// The namespace's name; an attribute without a prefix has none (Namespaces in XML 1.0, 6.2).
    public var namespace: String?
    public var prefix: String?
    public var value: String

    public init(_ name: String, _ value: String, namespace: String? = nil, prefix: String? = nil) {
        self.name = name
        self.namespace = namespace
        self.prefix = prefix
        self.value = value
    }

    /// Prefixes do not count.
    public static func == (left: XMLAttribute, right: XMLAttribute) -> Bool {
        left.name == right.name && left.namespace == right.namespace && left.value == right.value
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(namespace)
        hasher.combine(value)
    }
}
