public import ApusSource

/// Parameter Object. Swagger 2.0's `collectionFormat` is converted to ``style`` and ``explode``; its `body` and
/// `formData` to a ``RequestBody``.
public struct Parameter: Sendable {
    public enum Location: String, Sendable, CaseIterable {
        case path, query, header, cookie
        /// 3.2: the whole query string.
        case queryString = "querystring"
    }

    public var name: String
    public var location: Location
    public var isRequired: Bool
    public var isDeprecated = false
    public var documentation: String?
    /// The declared style, or the default of the location: `simple` for path and header, `form` for query and cookie.
    public var style: ParameterStyle
    public var explode: Bool
    public var allowsReserved = false
    public var allowsEmptyValue = false
    public var schema: Schema?
    /// `content`: exactly one media type instead of ``schema``.
    public var content: MediaType?
    public var examples: [Example] = []
    public var extensions = Extensions()
    public var mark: SourceMark
    /// The location of its name.
    public var nameMark: SourceMark
    public var pointer = ""
    /// The name that the first reference uses.
    public var sharedName: SharedName?

    public init(
        name: String, location: Location, isRequired: Bool, style: ParameterStyle, explode: Bool, mark: SourceMark
    ) {
        self.name = name
        self.location = location
        self.isRequired = isRequired
        self.style = style
        self.explode = explode
        self.mark = mark
        nameMark = mark
    }
}

/// The conversion of arrays and objects to text (OpenAPI 3.2, "Style Values"; `tabDelimited` is Swagger 2.0's `tsv`).
public enum ParameterStyle: String, Sendable, CaseIterable {
    case simple, label, matrix, form, spaceDelimited, pipeDelimited, deepObject
    /// 3.2, for cookies.
    case cookie
    case tabDelimited
}

/// Header Object: a parameter without a name and location.
public struct Header: Sendable {
    public var name: String
    public var isRequired: Bool
    public var isDeprecated = false
    public var documentation: String?
    public var explode: Bool
    /// `simple`, except for arrays of Swagger 2.0.
    public var style = ParameterStyle.simple
    public var schema: Schema?
    public var content: MediaType?
    public var mark: SourceMark
    /// The name that the first reference uses.
    public var sharedName: SharedName?

    public init(name: String, isRequired: Bool, explode: Bool, mark: SourceMark) {
        self.name = name
        self.isRequired = isRequired
        self.explode = explode
        self.mark = mark
    }
}
