internal import ApusCodec

/// The node of a value, relative to its owner's (OpenAPI 3.2, "XML Node Types"): a step of a path such as `/pet/@id`.
public struct XMLStep: Sendable, Hashable {
    enum Kind { case element, attribute, text, cdata, none }

    let kind: Kind
    /// The local name; empty where the node has no name.
    let name: String
    let namespace: String?
    let prefix: String?

    private init(_ kind: Kind, _ name: String = "", _ namespace: String? = nil, _ prefix: String? = nil) {
        self.kind = kind
        self.name = name
        self.namespace = namespace
        self.prefix = prefix
    }

    /// `<name>…</name>`, in the namespace of its parent if that has no prefix.
    public static func element(_ name: String) -> XMLStep { XMLStep(.element, name) }

    /// `<prefix:name xmlns:prefix="namespace">…</prefix:name>`; without a prefix, `<name xmlns="namespace">…</name>`.
    public static func element(_ name: String, namespace: String, prefix: String? = nil) -> XMLStep {
        XMLStep(.element, name, namespace, prefix)
    }

    /// `name="…"`
    public static func attribute(_ name: String) -> XMLStep { XMLStep(.attribute, name) }

    /// `prefix:name="…"`; without a prefix, one is generated, because attributes in a namespace need one.
    public static func attribute(_ name: String, namespace: String, prefix: String? = nil) -> XMLStep {
        XMLStep(.attribute, name, namespace, prefix)
    }

    /// The text of the owner's own element.
    public static let text = XMLStep(.text)
    /// The same, written as `<![CDATA[…]]>`.
    public static let cdata = XMLStep(.cdata)
    /// No node: the content of the value is in the owner's element, for example the elements of an unwrapped list.
    public static let none = XMLStep(.none)

    /// Whether a node with these names matches. A step without a namespace matches any, because documents rarely
    /// declare the namespaces that servers send.
    func fits(_ name: String, _ namespace: String?) -> Bool {
        self.name.isSame(as: name) && (self.namespace.map { $0.isSame(as: namespace ?? "") } ?? true)
    }
}
