/// The return value of an operation.
public enum SuccessDecl: Equatable, Sendable {
    /// The value itself; without a payload: `Void`.
    case single(ResponseCase)
    /// An enum nested in the builder, with a case for each documented success and one for undocumented statuses.
    case several(typeName: String, cases: [ResponseCase])
}

/// One documented response.
public struct ResponseCase: Equatable, Sendable {
    public enum Status: Hashable, Sendable {
        case code(Int)
        /// `.range(4)` is 400 to 499.
        case range(Int)
        case otherwise
    }

    /// Such as `ok`, `created`, `unauthorized`, `clientError`, `other`.
    public var name: String
    public var status: Status
    /// Empty: no body. Several content types of one status are a union over ``Payload/caseName`` (`nested` enum
    /// ``payloadTypeName``).
    public var payloads: [Payload]
    public var payloadTypeName: String?
    public var headers: [HeaderDecl]
    public var doc: Doc

    public init(
        name: String, status: Status, payloads: [Payload], payloadTypeName: String? = nil, headers: [HeaderDecl] = [],
        doc: Doc = Doc()
    ) {
        self.name = name
        self.status = status
        self.payloads = payloads
        self.payloadTypeName = payloadTypeName
        self.headers = headers
        self.doc = doc
    }
}

/// A documented response header.
public struct HeaderDecl: Equatable, Sendable {
    public var name: String
    public var key: String
    public var type: TypeRef
    public var form: Form
    public var isRequired: Bool
    public var doc: Doc
    public var deprecation: Deprecation?

    /// The relation between its text and its value, in terms of the runtime's `HeaderForm`.
    public enum Form: String, Equatable, Sendable {
        case text, list, spacedList, tabbedList, pipedList, object, explodedObject, json
    }

    public init(name: String, key: String, type: TypeRef, form: Form, isRequired: Bool, doc: Doc = Doc()) {
        self.name = name
        self.key = key
        self.type = type
        self.form = form
        self.isRequired = isRequired
        self.doc = doc
    }
}

/// The documented headers of an operation's successes, or of its failures: equal headers share one type.
public struct HeadersDecl: Equatable, Sendable {
    /// `StandardHeaders` for the most common ones, otherwise named after their operation or failure.
    public var name: String
    public var headers: [HeaderDecl]
    /// Whether it is nested in its operation or failure: its content gives it no name of its own.
    public var isNested = false
    public var doc: Doc

    public init(name: String, headers: [HeaderDecl], doc: Doc = Doc()) {
        self.name = name
        self.headers = headers
        self.doc = doc
    }
}

/// The failure type of an operation.
public enum FailureRef: Equatable, Sendable {
    /// The runtime's `UndocumentedFailure`: the document declares no failure.
    case undocumented
    /// One of ``APIModel/failures``.
    case shared(DeclID<FailureDecl>)

    /// nil where the document declares no failure.
    public var id: DeclID<FailureDecl>? {
        if case .shared(let id) = self { id } else { nil }
    }
}

/// An enum over documented failures, always with `undocumented(status:body:)`.
public struct FailureDecl: Equatable, Sendable {
    /// `StandardFailure` for the most common one, otherwise named after its operation.
    public var name: String
    public var cases: [ResponseCase]
    /// One of ``APIModel/headers``; nil: the document declares none.
    public var headers: DeclID<HeadersDecl>?
    /// Whether it is nested in its operation: its content gives it no name of its own.
    public var isNested = false
    public var doc: Doc

    public init(name: String, cases: [ResponseCase], doc: Doc = Doc()) {
        self.name = name
        self.cases = cases
        self.doc = doc
    }
}
