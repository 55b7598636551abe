public import ApusSource

/// Request Body Object.
public struct RequestBody: Sendable {
    public var documentation: String?
    public var isRequired: Bool
    /// Explicitly optional: `required: false`. Most authors who omit the keyword mean a required body.
    public var isOptional = false
    /// In the order of the file.
    public var content: [MediaType]
    public var mark: SourceMark
    public var extensions = Extensions()
    /// The name that the first reference uses.
    public var sharedName: SharedName?

    public init(isRequired: Bool, content: [MediaType], mark: SourceMark) {
        self.isRequired = isRequired
        self.content = content
        self.mark = mark
    }
}

/// Response Object with its status.
public struct Response: Sendable {
    public var status: ResponseStatus
    /// 3.2: a short summary.
    public var summary: String?
    public var documentation: String?
    public var headers: [Header] = []
    /// Empty: a response without a body.
    public var content: [MediaType] = []
    public var links: [Link] = []
    public var mark: SourceMark
    public var extensions = Extensions()
    /// The name that the first reference uses.
    public var sharedName: SharedName?

    public init(status: ResponseStatus, mark: SourceMark) {
        self.status = status
        self.mark = mark
    }
}

public enum ResponseStatus: Hashable, Sendable {
    case code(Int)
    /// `4XX` is `.range(4)`.
    case range(Int)
    case otherwise
}

/// Media Type Object with its key.
public struct MediaType: Sendable {
    /// As written, such as `application/json; charset=utf-8` or `image/*`.
    public var contentType: String
    public var schema: Schema?
    /// 3.2: the schema of each item of a sequential media type.
    public var itemSchema: Schema?
    public var encodings: [Encoding] = []
    /// 3.2: the encodings of the first parts of a body without names, by position.
    public var prefixEncodings: [Encoding] = []
    /// 3.2: the encoding of all further parts of a body without names.
    public var itemEncoding: Encoding?
    public var examples: [Example] = []
    public var mark: SourceMark
    public var pointer = ""
    public var extensions = Extensions()

    public init(contentType: String, schema: Schema?, mark: SourceMark) {
        self.contentType = contentType
        self.schema = schema
        self.mark = mark
    }
}

/// Encoding Object: the encoding of one property of a form or multipart body.
public struct Encoding: Sendable {
    /// Empty for an encoding by position.
    public var property: String
    public var contentType: String?
    public var headers: [Header] = []
    public var style: ParameterStyle?
    public var explode: Bool?
    public var allowsReserved = false
    /// 3.2: it applies to each element of an array; in earlier versions, an explicit content type applied to the whole
    /// value.
    public var goesByItem = false

    public init(property: String) {
        self.property = property
    }
}

/// Example Object; `value` is nil where only an external address is given.
public struct Example: Sendable {
    public var name: String?
    public var summary: String?
    public var value: SourceNode?
    public var externalValue: String?

    public init(name: String?, value: SourceNode?) {
        self.name = name
        self.value = value
    }
}

/// Link Object; kept for documentation.
public struct Link: Sendable {
    public var name: String
    public var operationID: String?
    public var operationReference: String?
    public var documentation: String?

    public init(name: String) {
        self.name = name
    }
}
