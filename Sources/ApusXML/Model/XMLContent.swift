/// What a value's node holds: how text is to be taken, and which nodes stand inside.
public indirect enum XMLContent: Sendable {
    /// Text as it stands.
    case text
    /// Text where white space around it does not count, and nothing is null: dates, enums.
    case token
    case number
    case boolean
    /// Base64 (RFC 4648), with any white space in it.
    case base64
    /// The elements of an array; in an attribute, and in text, words between white space.
    case list(XMLStep, XMLContent)
    /// An element for each member of a dictionary, named by its key.
    case map(XMLContent)
    /// A node within the node.
    case node(XMLStep, XMLContent)
    /// What a model says of itself.
    case model(any XMLModel.Type)
    /// The same without a type of its own.
    case layout(XMLLayout)
    /// Anything: text for an element that has nothing else, or an object with a member for each element, `@name` for attributes, and
    /// `#text`; elements of the same name are an array. A namespace that is not the owner's stands before a name in braces.
    case any

    var isScalar: Bool {
        switch self {
        case .text, .token, .number, .boolean, .base64: true
        case .list, .map, .node, .model, .layout, .any: false
        }
    }
}
