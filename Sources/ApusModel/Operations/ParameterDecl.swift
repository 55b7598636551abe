/// One parameter of a request builder.
public struct ParameterDecl: Equatable, Sendable {
    public enum Location: String, Equatable, Sendable {
        case path, query, header, cookie, queryString
    }

    /// The property of the builder, escaped with backticks where Swift needs them.
    public var name: String
    /// As it is sent; any text.
    public var key: String
    public var location: Location
    /// Without optionality.
    public var type: TypeRef
    public var isRequired: Bool
    /// The name of the style as the runtime's `ParameterStyle` has it: simple, label, matrix, form, spaceDelimited, pipeDelimited, tabDelimited, deepObject, cookie, or json for `content`.
    public var style: String
    public var explode: Bool
    public var allowsReserved: Bool
    public var allowsEmptyValue: Bool
    public var defaultValue: LiteralValue?
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

/// The body of a request.
public struct BodyDecl: Equatable, Sendable {
    /// The property of the builder, `body` unless a parameter took the name.
    public var name: String
    public var isRequired: Bool
    /// One: the property has its type. Several: an enum ``typeName`` with a case for each content type.
    public var alternatives: [Payload]
    /// The enum, nested in the builder, when there are several.
    public var typeName: String
    public var doc: Doc

    public init(name: String, isRequired: Bool, alternatives: [Payload], typeName: String = "Body", doc: Doc = Doc()) {
        self.name = name
        self.isRequired = isRequired
        self.alternatives = alternatives
        self.typeName = typeName
        self.doc = doc
    }
}

/// A body with one content type, sent or received.
public struct Payload: Equatable, Sendable {
    /// How bytes and value relate.
    public enum Coding: String, Equatable, Sendable {
        /// `application/json` and `+json`.
        case json
        case form, multipart, text, bytes, xml
        /// A body that is handed over in chunks.
        case stream
        case serverSentEvents, jsonLines, jsonSequence
    }

    /// The case in a body or response enum, such as `json`.
    public var caseName: String
    /// As it is sent, such as `application/json`.
    public var contentType: String
    public var coding: Coding
    public var type: TypeRef

    public init(caseName: String, contentType: String, coding: Coding, type: TypeRef) {
        self.caseName = caseName
        self.contentType = contentType
        self.coding = coding
        self.type = type
    }
}
