/// The XML node of a value, relative to its owner's. Only in modules with XML bodies.
public struct XMLNodeDecl: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable {
        case element, attribute, text, cdata
        /// No node: the content of the value is among its owner's own nodes.
        case none
    }

    public var kind: Kind
    /// The local name of an element or an attribute.
    public var name: String
    public var namespace: String?
    /// Only with a ``namespace``.
    public var prefix: String?
    /// For an array: the node of each element. At most one.
    public var items: [XMLNodeDecl]
    /// A node within this one that contains the value. At most one.
    public var inner: [XMLNodeDecl]

    public init(kind: Kind = .element, name: String, namespace: String? = nil, prefix: String? = nil) {
        self.kind = kind
        self.name = name
        self.namespace = namespace
        self.prefix = prefix
        items = []
        inner = []
    }
}
