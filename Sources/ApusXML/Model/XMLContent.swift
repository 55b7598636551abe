/// The content of a value's node: the interpretation of its text, and its inner nodes.
public indirect enum XMLContent: Sendable {
    /// Text, unchanged.
    case text
    /// Text whose surrounding white space is ignored and whose empty form is null: dates, enums.
    case token
    case number
    case boolean
    /// Base64 (RFC 4648), with any white space.
    case base64
    /// The elements of an array; in an attribute, and in text, words separated by white space.
    case list(XMLStep, XMLContent)
    /// An element for each member of a dictionary, named by its key.
    case map(XMLContent)
    /// A node within the node.
    case node(XMLStep, XMLContent)
    /// A model's own description.
    case model(any XMLModel.Type)
    /// The same without a separate type.
    case layout(XMLLayout)
    /// Any content: text for an element without other content, or an object with a member for each element, `@name` for
    /// attributes, and `#text`; elements with one name are an array. A namespace other than the owner's precedes a name
    /// in braces.
    case any

    var isScalar: Bool {
        switch self {
        case .text, .token, .number, .boolean, .base64: true
        case .list, .map, .node, .model, .layout, .any: false
        }
    }
}
