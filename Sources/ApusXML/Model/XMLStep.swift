internal import ApusCodec

/// The node that a value stands in, below that of its owner (OpenAPI 3.2, "XML Node Types"): a step of a path such as `/pet/@id`.
public struct XMLStep: Sendable, Hashable {
    enum Kind { case element, attribute, text, cdata, none }

    let kind: Kind
    /// Without prefix; empty where the node has no name.
    let name: String
    let namespace: String?
    let prefix: String?

    private init(_ kind: Kind, _ name: String = "", _ namespace: String? = nil, _ prefix: String? = nil) {
        self.kind = kind
        self.name = name
        self.namespace = namespace
        self.prefix = prefix
    }

    /// `<name>…</name>`, in the namespace of the element around it when that has no prefix.
    public static func element(_ name: String) -> XMLStep { XMLStep(.element, name) }

    /// `<prefix:name xmlns:prefix="namespace">…</prefix:name>`; without a prefix, `<name xmlns="namespace">…</name>`.
    public static func element(_ name: String, namespace: String, prefix: String? = nil) -> XMLStep {
        XMLStep(.element, name, namespace, prefix)
    }

    /// `name="…"`
    public static func attribute(_ name: String) -> XMLStep { XMLStep(.attribute, name) }

    /// `prefix:name="…"`; without a prefix, one is made up, since attributes in a namespace need one.
    public static func attribute(_ name: String, namespace: String, prefix: String? = nil) -> XMLStep {
        XMLStep(.attribute, name, namespace, prefix)
    }

    /// The text of the owner's own element.
    public static let text = XMLStep(.text)
    /// The same, written as `<![CDATA[…]]>`.
    public static let cdata = XMLStep(.cdata)
    /// No node: what the value consists of stands in the owner's element, such as the elements of a list that is not wrapped.
    public static let none = XMLStep(.none)

    /// Whether a node of these names is meant. A step without a namespace fits any, since documents seldom name those that servers send.
    func fits(_ name: String, _ namespace: String?) -> Bool {
        self.name.isSame(as: name) && (self.namespace.map { $0.isSame(as: namespace ?? "") } ?? true)
    }
}
