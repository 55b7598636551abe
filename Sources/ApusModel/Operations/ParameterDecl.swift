/// One parameter of a request builder.
public struct ParameterDecl: Equatable, Sendable {
    public enum Location: String, Equatable, Sendable {
        case path, query, header, cookie, queryString
        /// A header of the part ``ParameterDecl/part`` of a multipart body.
        case part
    }

    /// The property of the builder, escaped with backticks where Swift needs them.
    public var name: String
    /// As it is sent; any text.
    public var key: String
    public var location: Location
    /// The member of the body whose header it is.
    public var part: String?
    /// Without optionality.
    public var type: TypeRef
    public var isRequired: Bool
    /// The name of the style as the runtime's `ParameterStyle` has it: simple, label, matrix, form, spaceDelimited, pipeDelimited, tabDelimited, deepObject, cookie, or json for `content`.
    public var style: String
    public var explode: Bool
    public var allowsReserved: Bool
    public var allowsEmptyValue: Bool
    /// Of a whole query string, where it is not a form's.
    public var contentType: String?
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
        /// Items, one after the other; ``Payload/type`` is one item's. Of events it is the type of `data`, or of the whole event.
        case serverSentEvents, wholeEvents, jsonLines, jsonSequence
    }

    /// The case in a body or response enum, such as `json`.
    public var caseName: String
    /// As it is sent, such as `application/json`.
    public var contentType: String
    public var coding: Coding
    public var type: TypeRef
    /// How members of a form or multipart body are sent that do not follow the default.
    public var parts: [PartDecl]
    /// The `data` that ends a stream of events, where the document names one.
    public var terminator: String?
    /// The root of an XML body; of a received JSON body, that of the XML which may come in its place.
    public var xml: XMLNodeDecl?

    public init(
        caseName: String, contentType: String, coding: Coding, type: TypeRef, parts: [PartDecl] = [],
        terminator: String? = nil
    ) {
        self.caseName = caseName
        self.contentType = contentType
        self.coding = coding
        self.type = type
        self.parts = parts
        self.terminator = terminator
    }
}

extension Payload.Coding {
    /// Whether a received body of this kind is handed over unread.
    public var isStreamed: Bool {
        switch self {
        case .stream, .serverSentEvents, .wholeEvents, .jsonLines, .jsonSequence: true
        case .json, .form, .multipart, .text, .bytes, .xml: false
        }
    }
}

/// How one member of a form or multipart body is sent.
public struct PartDecl: Equatable, Sendable {
    /// The member's name; of a list its place, or `*` for the places that have no part of their own.
    public var key: String
    /// As the runtime's `ParameterStyle` has it; nil: the content type decides.
    public var style: String?
    public var explode: Bool
    public var allowsReserved: Bool
    public var contentType: String?
    /// With the one value that they can have.
    public var headers: [Header]
    /// How a member, of a list each element, stands in an XML part.
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
