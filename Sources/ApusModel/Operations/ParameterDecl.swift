/// One parameter of a request builder.
public struct ParameterDecl: Equatable, Sendable {
    public enum Location: String, Equatable, Sendable {
        case path, query, header, cookie, queryString
        /// A header of the part ``ParameterDecl/part`` of a multipart body.
        case part
    }

    /// The property of the builder, escaped with backticks where Swift needs them.
    public var name: String
    /// The name in the message; any text.
    public var key: String
    public var location: Location
    /// The body member that the header belongs to.
    public var part: String?
    /// Without optionality.
    public var type: TypeRef
    public var isRequired: Bool
    /// The name of the style in the runtime's `ParameterStyle`: simple, label, matrix, form, spaceDelimited,
    /// pipeDelimited, tabDelimited, deepObject, cookie, or json for `content`.
    public var style: String
    public var explode: Bool
    public var allowsReserved: Bool
    public var allowsEmptyValue: Bool
    /// The content type of a whole query string, where it is not a form.
    public var contentType: String?
    public var defaultValue: LiteralValue?
    /// The client's parameter that completes it; nil: only calls give it.
    public var clientArgument: ClientArgument?
    public var doc: Doc
    public var deprecation: Deprecation?

    public init(
        name: String, key: String, location: Location, type: TypeRef, isRequired: Bool, style: String, explode: Bool
    ) {
        self.name = name
        self.key = key
        self.location = location
        self.type = type
        self.isRequired = isRequired
        self.style = style
        self.explode = explode
        allowsReserved = false
        allowsEmptyValue = false
        doc = Doc()
    }
}

extension ParameterDecl {
    /// The type of the builder's property: ``type``, or an optional of it where the parameter may be omitted.
    public var declaredType: TypeRef { isRequired ? type : type.asOptional }
}

/// The encoding of one member of a form or multipart body.
public struct PartDecl: Equatable, Sendable {
    /// The member's name; for an array its position, or `*` for positions without a part of their own.
    public var key: String
    /// The style in terms of the runtime's `ParameterStyle`; nil: the content type decides.
    public var style: String?
    public var explode: Bool
    public var allowsReserved: Bool
    public var contentType: String?
    /// The headers, each with its single possible value.
    public var headers: [Header]
    /// The XML node of a member, or of each element of an array, in an XML part.
    public var xml: XML?

    public struct XML: Equatable, Sendable {
        public var node: XMLNodeDecl
        public var type: TypeRef

        public init(node: XMLNodeDecl, type: TypeRef) {
            self.node = node
            self.type = type
        }
    }

    public struct Header: Equatable, Sendable {
        public var name: String
        public var value: String

        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    public init(
        key: String, style: String? = nil, explode: Bool = true, allowsReserved: Bool = false,
        contentType: String? = nil, headers: [Header] = []
    ) {
        self.key = key
        self.style = style
        self.explode = explode
        self.allowsReserved = allowsReserved
        self.contentType = contentType
        self.headers = headers
    }
}
