public import ApusSource

/// Request Body Object.
public struct RequestBody: Sendable {
    public var documentation: String?
    public var isRequired: Bool
    /// Said in so many words: `required: false`. Most authors who leave it out mean a body that always comes.
    public var isOptional = false
    /// In the order of the file.
    public var content: [MediaType]
    public var mark: SourceMark
    public var extensions = Extensions()
    /// How the first reference to it called it.
    public var sharedName: SharedName?

    public init(isRequired: Bool, content: [MediaType], mark: SourceMark) {
        self.isRequired = isRequired
        self.content = content
        self.mark = mark
    }
}

/// Response Object with the status it answers.
public struct Response: Sendable {
    public var status: ResponseStatus
    /// 3.2: a few words.
    public var summary: String?
    public var documentation: String?
    public var headers: [Header] = []
    /// Empty: a response without a body.
    public var content: [MediaType] = []
    public var links: [Link] = []
    public var mark: SourceMark
    public var extensions = Extensions()
    /// How the first reference to it called it.
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

/// Media Type Object with the key it stands under.
public struct MediaType: Sendable {
    /// As written, such as `application/json; charset=utf-8` or `image/*`.
    public var contentType: String
    public var schema: Schema?
    /// 3.2: the schema of each item of a sequential media type.
    public var itemSchema: Schema?
    public var encodings: [Encoding] = []
    /// 3.2: how the first parts of a body without names are sent, by place.
    public var prefixEncodings: [Encoding] = []
    /// 3.2: how all further parts of a body without names are sent.
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

/// Encoding Object: how one property of a form or multipart body is sent.
public struct Encoding: Sendable {
    /// Empty for one that goes by place.
    public var property: String
    public var contentType: String?
    public var headers: [Header] = []
    public var style: ParameterStyle?
    public var explode: Bool?
    public var allowsReserved = false
    /// 3.2: of an array, each element is sent by it; before, an explicit content type was the whole value's.
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
