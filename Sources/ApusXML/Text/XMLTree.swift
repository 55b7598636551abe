internal import ApusCodec

/// An element with everything in it.
///
/// Not named `XMLElement`, because Foundation has one and adopters import both.
public struct XMLTree: Sendable, Hashable {
    /// What stands in an element, in order.
    public enum Content: Sendable, Hashable {
        case element(XMLTree)
        case text(String)
        /// A CDATA section: the same as text, but for how it is written.
        case cdata(String)

        /// The text of a piece of text or of a CDATA section; nil for an element.
        public var text: String? {
            switch self {
            case .element: nil
            case .text(let text), .cdata(let text): text
            }
        }
    }

    /// Without its prefix.
    public var name: String
    /// The namespace's name, not its prefix.
    public var namespace: String?
    /// As it came, or as it is wanted; the namespace is what counts.
    public var prefix: String?
    /// In the order of the text, without namespace declarations.
    public var attributes: [XMLAttribute]
    public var content: [Content]
    /// Where the element begins in the text that it was read from, counted from 1; 0 for one that was not read.
    public var line: Int

    public init(
        _ name: String, namespace: String? = nil, prefix: String? = nil, attributes: [XMLAttribute] = [],
        content: [Content] = []
    ) {
        self.name = name
        self.namespace = namespace
        self.prefix = prefix
        self.attributes = attributes
        self.content = content
        line = 0
    }

    /// An element with nothing but text.
    public init(_ name: String, text: String) {
        self.init(name, content: text.isEmpty ? [] : [.text(text)])
    }

    /// The elements in it, without the text between them.
    public var children: [XMLTree] {
        content.compactMap { if case .element(let element) = $0 { element } else { nil } }
    }

    /// Its own text, without that of the elements in it.
    public var text: String {
        content.reduce(into: "") { text, content in
            text += content.text ?? ""
        }
    }

    /// The text of its CDATA sections; nil without any.
    var sections: String? {
        var sections: String?
        for case .cdata(let text) in content {
            if sections == nil { sections = text } else { sections?.append(text) }
        }
        return sections
    }

    /// The elements of a name, in any namespace unless one is given.
    public func children(_ name: String, namespace: String? = nil) -> [XMLTree] {
        children.filter {
            $0.name.isSame(as: name) && (namespace == nil || ($0.namespace ?? "").isSame(as: namespace ?? ""))
        }
    }

    /// The value of an attribute, in any namespace unless one is given.
    public func attribute(_ name: String, namespace: String? = nil) -> String? {
        attributes.first {
            $0.name.isSame(as: name) && (namespace == nil || ($0.namespace ?? "").isSame(as: namespace ?? ""))
        }?.value
    }

    /// Two elements are equal wherever they stand and whatever their prefixes.
    public static func == (left: XMLTree, right: XMLTree) -> Bool {
        left.name.isSame(as: right.name) && left.namespace.map { ByteText($0) } == right.namespace.map { ByteText($0) }
            && left.attributes == right.attributes
            && left.content == right.content
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(ByteText(name))
        hasher.combine(namespace.map { ByteText($0) })
        hasher.combine(attributes)
        hasher.combine(content)
    }
}
