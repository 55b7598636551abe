/// A request builder: one operation as a value, and the client method over it.
public struct OperationDecl: Equatable, Sendable {
    /// The document's `operationId`, or the derived one; used at run time, never as code.
    public var id: String
    /// The type, such as `FetchContact`.
    public var typeName: String
    /// The client's method, such as `fetchContact`.
    public var methodName: String
    /// The group that determines its file: its first tag as a Swift file name without extension, or `Operations`.
    public var group: String
    public var tags: [String]
    /// The group of the client's method, one of ``APIModel/namespaces``; nil: the client itself.
    public var namespace: DeclID<NamespaceDecl>?
    /// The method in upper case: `GET`.
    public var httpMethod: String
    /// The path with `{name}` for each path parameter; the rest is percent-encoded.
    public var path: String
    public var doc: Doc
    public var deprecation: Deprecation?
    /// Required ones first, then in the order of the document.
    public var parameters: [ParameterDecl]
    public var body: BodyDecl?
    public var success: SuccessDecl
    public var failure: FailureRef
    /// The document's description of each failure, in the words of this operation: "`notFound`: …".
    public var failureNotes: [String]
    /// The headers of successes, one of ``APIModel/headers``; nil: the document declares none.
    public var headers: DeclID<HeadersDecl>?
    /// The document's description of each header of ``headers``.
    public var headerNotes: [String]
    /// Alternatives, each a list of schemes with scopes; an empty alternative allows a call without credentials; an
    /// empty list sends none.
    public var security: [SecurityAlternative]
    /// Media types for `Accept`, in order of preference.
    public var accepts: [String]
    /// The operation's own server, when it overrides the client's.
    public var server: ServerDecl?
    /// Whether the operation is safe to repeat, by its method or by declaration.
    public var isIdempotent: Bool
    /// The declared maximum number of attempts of a call; nil: the client decides.
    public var attempts: Int?
    /// The constraints of parameters, and of a body that is not a model, beyond their types: members of a JSON object,
    /// each with a location and a JSON Schema, such as `"query limit":{"maximum":100}`; ASCII without `#`.
    public var constraints: [String]
    /// nil: the operation is not paginated.
    public var paging: PagingDecl?
    /// nil: the method returns the whole success.
    public var result: ResultDecl?
    /// Nested types that only this operation uses (parameter enums, inline bodies and responses).
    public var nested: [TypeDecl]
    /// Examples for the generated README, as Swift argument lists are built from them.
    public var example: OperationExample?

    /// RFC 9110, section 9.2.2, and QUERY.
    public static let idempotentMethods: Set<String> = ["GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE", "QUERY"]

    public init(
        id: String, typeName: String, methodName: String, group: String, httpMethod: String, path: String,
        success: SuccessDecl, failure: FailureRef
    ) {
        self.id = id
        self.typeName = typeName
        self.methodName = methodName
        self.group = group
        self.httpMethod = httpMethod
        self.path = path
        self.success = success
        self.failure = failure
        tags = []
        doc = Doc()
        parameters = []
        security = []
        accepts = []
        constraints = []
        failureNotes = []
        headerNotes = []
        isIdempotent = Self.idempotentMethods.contains(httpMethod)
        nested = []
    }
}

/// Schemes that are required together.
public struct SecurityAlternative: Equatable, Sendable {
    public struct Scheme: Equatable, Sendable {
        public var name: String
        public var scopes: [String]

        public init(name: String, scopes: [String]) {
            self.name = name
            self.scopes = scopes
        }
    }

    public var schemes: [Scheme]

    public init(schemes: [Scheme]) {
        self.schemes = schemes
    }
}

/// One literal per required argument, in the order of the builder's initializer.
public struct OperationExample: Equatable, Sendable {
    public struct Argument: Equatable, Sendable {
        public var label: String
        /// JSON text of the value in the document's example, or of a generated one of the right type.
        public var json: String

        public init(label: String, json: String) {
            self.label = label
            self.json = json
        }
    }

    public var arguments: [Argument]
    /// Whether values are incomplete, because complete ones would be too long.
    public var isShortened: Bool

    public init(arguments: [Argument], isShortened: Bool = false) {
        self.arguments = arguments
        self.isShortened = isShortened
    }
}
