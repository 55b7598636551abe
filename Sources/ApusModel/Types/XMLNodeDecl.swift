/// The XML node that a value stands in, below its owner's. Only in modules with XML bodies.
public struct XMLNodeDecl: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable {
        case element, attribute, text, cdata
        /// What the value consists of stands among its owner's own nodes.
        case none
    }

    public var kind: Kind
    /// Of an element or an attribute, without prefix.
    public var name: String
    public var namespace: String?
    /// Only beside a ``namespace``.
    public var prefix: String?
    /// Of an array: the node of each element. At most one.
    public var items: [XMLNodeDecl]
    /// A node within this one, in which the value stands. At most one.
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
