public import HTTPTypes

/// The properties of an operation that do not depend on its arguments.
public struct OperationDescriptor: Sendable, Hashable {
    /// The document's `operationId`, or the derived one.
    public var id: String
    /// nil: the given name is not a method (RFC 9110, 5.6.2 and 9.1); a call then fails before anything is sent.
    public var method: HTTPRequest.Method?
    /// The path below the server's base path, with `{name}` for each path parameter; the rest is percent-encoded. May
    /// end in a fixed query.
    public var path: String
    /// Alternatives in order of preference; an empty alternative allows a call without credentials; an empty list sends
    /// none.
    public var security: [SecurityRequirement]
    /// Media types for `Accept`, in order of preference.
    public var accept: [String]
    /// The operation's own server, used instead of the client's.
    public var server: ServerURL?
    /// Whether the body of a success is returned as a stream.
    public var streams: Bool
    /// Content types that are nevertheless read as a whole, where the operation returns either these or a stream.
    public var buffers: [String]
    /// Statuses outside 200...299 that count as success.
    public var successes: [Int]
    /// Documented redirect statuses in addition to the successes: these redirects are returned, not followed; see
    /// ``RedirectPolicy``.
    public var redirects: [Int]
    /// Whether the operation is safe to repeat: by its method (RFC 9110, 9.2.2) or by declaration.
    public var isIdempotent: Bool
    /// The declared maximum number of attempts of a call, including the first; nil: the client's ``RetryPolicy``
    /// decides.
    public var maximumAttempts: Int?
    public var isDeprecated: Bool
    public var tags: [String]

    /// - Parameters:
    ///   - method: The HTTP method; `HTTPRequest.Method("LOCK")` for one without a name in HTTPTypes.
    ///   - idempotent: Whether the operation is safe to repeat; nil: the method decides.
    ///   - attempts: The maximum number of attempts; nil: the client's ``RetryPolicy`` decides.
    @_documentation(visibility: internal)
    public init(
        id: String, method: HTTPRequest.Method?, path: String, security: [SecurityRequirement] = [],
        accept: [String] = ["application/json"], server: ServerURL? = nil, streams: Bool = false,
        buffers: [String] = [], successes: [Int] = [], redirects: [Int] = [], idempotent: Bool? = nil,
        attempts: Int? = nil, deprecated: Bool = false, tags: [String] = []
    ) {
        self.id = id
        self.method = method
        self.path = path
        self.security = security
        self.accept = accept
        self.server = server
        self.streams = streams
        self.buffers = buffers
        self.successes = successes
        self.redirects = redirects
        isIdempotent = idempotent ?? method?.isIdempotent ?? false
        maximumAttempts = attempts
        isDeprecated = deprecated
        self.tags = tags
    }

    /// An operation with a JSON response, on the client's server. Most operations use this form, which has no default
    /// arguments, because each default argument is a call at every use.
    @_documentation(visibility: internal)
    public init(
        id: String, method: HTTPRequest.Method, path: String, security: [SecurityRequirement], tags: [String]
    ) {
        self.init(
            id: id, method: method, path: path, security: security, accept: ["application/json"], server: nil,
            streams: false, successes: [], idempotent: nil, deprecated: false, tags: tags)
    }

    /// - Parameter contentType: The response's content type.
    func isStreamed(_ contentType: String?) -> Bool {
        guard streams, let type = contentType.flatMap(ContentType.init) else { return streams }
        if buffers.contains(where: { ContentType($0).map { $0.fit(of: type) > 0 } ?? false }) { return false }
        // A response that is none of the accepted streams is read as a whole and reported as a problem.
        let asked = accept.compactMap(ContentType.init)
        if asked.contains(where: { $0 == .eventStream }) { return !type.isNoStream(of: .events) }
        return !(asked.contains(where: \.isItems) && type.isNoStream(of: .items))
    }

    func isSuccess(_ status: Int) -> Bool {
        (200...299).contains(status) || successes.contains(status)
    }
}

extension HTTPRequest.Method {
    /// RFC 9110, 9.2.2, and QUERY.
    var isIdempotent: Bool {
        ["GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE", "QUERY"].contains(rawValue)
    }
}
