public import HTTPTypes

/// What is known about an operation without its arguments.
public struct OperationDescriptor: Sendable, Hashable {
    /// The document's `operationId`, or the derived one.
    public var id: String
    public var method: HTTPRequest.Method
    /// Below the server's base path, with `{name}` for each path parameter; the rest is percent-encoded already. May
    /// end in a fixed query.
    public var path: String
    /// Alternatives in order of preference; an empty one allows a call without credentials; none at all sends none.
    public var security: [SecurityRequirement]
    /// Media types for `Accept`, in order of preference.
    public var accept: [String]
    /// The operation's own server, used instead of the client's.
    public var server: ServerURL?
    /// Hands the body of a success over in pieces, unread.
    public var streams: Bool
    /// Content types that are read as a whole all the same: the operation answers with them or with a stream.
    public var buffers: [String]
    /// Statuses outside 200...299 that count as success.
    public var successes: [Int]
    /// Statuses of redirects that the document names beside its successes: they are handed over instead of followed; see ``RedirectPolicy``.
    public var redirects: [Int]
    /// Safe to repeat: by its method (RFC 9110, 9.2.2) or by declaration.
    public var isIdempotent: Bool
    /// The most attempts of a call, the first one included, by declaration; nil: as the client's ``RetryPolicy`` has it.
    public var maximumAttempts: Int?
    public var deprecated: Bool
    public var tags: [String]

    public init(
        id: String, method: HTTPRequest.Method, path: String, security: [SecurityRequirement] = [],
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
        isIdempotent = idempotent ?? method.isIdempotent
        maximumAttempts = attempts
        self.deprecated = deprecated
        self.tags = tags
    }

    /// An operation that answers in JSON, from the client's server. Most do, and this form has no default arguments: each one is
    /// a call at every place that leaves it out.
    public init(
        id: String, method: HTTPRequest.Method, path: String, security: [SecurityRequirement], tags: [String]
    ) {
        self.init(
            id: id, method: method, path: path, security: security, accept: ["application/json"], server: nil,
            streams: false, successes: [], idempotent: nil, deprecated: false, tags: tags)
    }

    /// - Parameter contentType: Of the response.
    func isStreamed(_ contentType: String?) -> Bool {
        guard streams, let type = contentType.flatMap(MediaType.init) else { return streams }
        if buffers.contains(where: { MediaType($0).map { $0.fit(of: type) > 0 } ?? false }) { return false }
        // An answer that is none of the streams that are asked for is read, and told as a problem.
        let asked = accept.compactMap(MediaType.init)
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

    /// A method that HTTPTypes has no name for. What no method can hold is left out; nothing left gives `GET`.
    public static func custom(_ name: String) -> HTTPRequest.Method {
        if let method = HTTPRequest.Method(name) { return method }
        let letters = String(
            String.UnicodeScalarView(name.unicodeScalars.filter { $0.isASCII && $0.properties.isAlphabetic }))
        return HTTPRequest.Method(letters) ?? .get
    }
}
