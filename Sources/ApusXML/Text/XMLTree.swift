internal import ApusCodec

/// An element with its content.
///
/// Not called `XMLElement`, because Foundation has such a type and adopters import both.
package struct XMLTree: Sendable, Hashable {
    /// The content of an element, in order.
    package enum Content: Sendable, Hashable {
        case element(XMLTree)
        case text(String)
        /// A CDATA section: equal to text, except in its written form.
        case cdata(String)

        /// The text of a piece of text or of a CDATA section; nil for an element.
        package var text: String? {
            switch self {
            case .element: nil
            case .text(let text), .cdata(let text): text
            }
        }
    }

    /// The local name.
    package var name: String
    /// The namespace's name, not its prefix.
    package var namespace: String?
    /// The received or preferred prefix; only the namespace is significant.
    package var prefix: String?
    /// In document order, without namespace declarations.
    package var attributes: [XMLAttribute]
    package var content: [Content]
    /// The line of the element in its source text, counted from 1; 0 for an element that was not parsed.
    package var line: Int

    package init(
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

    /// An element that contains only text.
    package init(_ name: String, text: String) {
        self.init(name, content: text.isEmpty ? [] : [.text(text)])
    }

    /// The child elements, without the text between them.
    package var children: [XMLTree] {
        content.compactMap { if case .element(let element) = $0 { element } else { nil } }
    }

    /// The text of the element, without that of its children.
    package var text: String {
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

    /// The child elements with a name, in any namespace unless one is given.
    package func children(_ name: String, namespace: String? = nil) -> [XMLTree] {
        children.filter {
            $0.name.isSame(as: name) && (namespace == nil || ($0.namespace ?? "").isSame(as: namespace ?? ""))
        }
    }

    /// The value of an attribute, in any namespace unless one is given.
    package func attribute(_ name: String, namespace: String? = nil) -> String? {
        attributes.first {
            $0.name.isSame(as: name) && (namespace == nil || ($0.namespace ?? "").isSame(as: namespace ?? ""))
        }?.value
    }

    /// Compares elements without their lines and prefixes.
    package static func == (left: XMLTree, right: XMLTree) -> Bool {
        left.name.isSame(as: right.name) && left.namespace.map { ByteText($0) } == right.namespace.map { ByteText($0) }
            && left.attributes == right.attributes
            && left.content == right.content
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(ByteText(name))
        hasher.combine(namespace.map { ByteText($0) })
        hasher.combine(attributes)
        hasher.combine(content)
    }
}
