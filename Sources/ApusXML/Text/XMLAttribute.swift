internal import ApusCodec

/// An attribute of an element.
package struct XMLAttribute: Sendable, Hashable {
    /// The local name.
    package var name: String
    /// The namespace's name; an attribute without a prefix has none (Namespaces in XML 1.0, 6.2).
    package var namespace: String?
    package var prefix: String?
    package var value: String

    package init(_ name: String, _ value: String, namespace: String? = nil, prefix: String? = nil) {
        self.name = name
        self.namespace = namespace
        self.prefix = prefix
        self.value = value
    }

    /// Compares without prefixes.
    package static func == (left: XMLAttribute, right: XMLAttribute) -> Bool {
        left.name.isSame(as: right.name) && left.namespace.map { ByteText($0) } == right.namespace.map { ByteText($0) }
            && left.value.isSame(as: right.value)
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(ByteText(name))
        hasher.combine(namespace.map { ByteText($0) })
        hasher.combine(ByteText(value))
    }
}
