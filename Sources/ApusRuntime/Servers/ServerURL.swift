/// The URL of a server that hosts an API: scheme, host, port and base path. Any text is accepted; it is validated when
/// it is used, so that an invalid URL is an error of the call.
public struct ServerURL: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
    public let text: String
    /// The reason why a value of the template is invalid; using the URL then fails.
    let fault: String?

    public init(_ text: String) {
        self.init(text, fault: nil)
    }

    public init(stringLiteral text: String) {
        self.init(text, fault: nil)
    }

    /// A template with its variables: `https://{region}.api.test` and `["region": "eu"]`.
    ///
    /// A value fills one label of the host, a port, or one segment of the base path. A value that contains a delimiter
    /// of another part (`/ ? # : @ \ { }`, a dot in a label) would direct the call and its credential elsewhere: using
    /// such a URL throws an ``EncodingProblem``. A variable for the whole host or the whole URL may contain a host or a
    /// URL.
    ///
    /// - Parameters:
    ///   - template: The URL with `{name}` for each variable.
    ///   - variables: A value for each variable, by its name.
    ///   - documented: Values that the document itself lists, which are inserted unchanged, for example a default of
    ///     `v2/api`.
    @_documentation(visibility: internal)
    public init(template: String, variables: KeyValuePairs<String, String>, documented: Set<String> = []) {
        (text, fault) = ServerTemplate(template, variables: variables, documented: documented).filled()
    }

    /// Resolves a relative URL (`/v1`) against `base`, as RFC 3986, 5.2 does for a path.
    @_documentation(visibility: internal)
    public init(relative: ServerURL, base: ServerURL) {
        self = relative.resolved(against: base)
    }

    private init(_ text: String, fault: String?) {
        self.text = text
        self.fault = fault
    }

    public var description: String { text }

    var isRelative: Bool {
        !text.contains("://")
    }

    /// Returns an absolute URL unchanged.
    func resolved(against base: ServerURL) -> ServerURL {
        guard fault == nil, isRelative, let parts = try? ServerParts(base) else {
            return ServerURL(text, fault: fault ?? base.fault)
        }
        let origin = "\(parts.scheme)://\(parts.authority)"
        if text.hasPrefix("//") { return ServerURL("\(parts.scheme):\(text)") }
        if text.hasPrefix("/") { return ServerURL(origin + text) }
        let own = text.hasPrefix("./") ? String(text.dropFirst(2)) : text
        return ServerURL("\(origin)\(parts.path)/\(own)")
    }
}
