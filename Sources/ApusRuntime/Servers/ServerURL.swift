/// Where an API stands: scheme, host, port and base path. Any text can be held; it is checked when it is used, so that
/// a wrong one is an error of the call.
public struct ServerURL: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
    public let text: String
    /// Why a value of the template cannot stand where it does; the address is then refused when it is used.
    let fault: String?

    public init(_ text: String) {
        self.init(text, fault: nil)
    }

    public init(stringLiteral text: String) {
        self.init(text, fault: nil)
    }

    /// A template with its variables: `https://{region}.api.test` and `["region": "eu"]`.
    ///
    /// A value stands for one label of the host, for a port, or for one segment of the base path. A value that holds a delimiter of another
    /// part (`/ ? # : @ \ { }`, a dot in a label) is refused when the address is used, with an ``EncodingProblem``: it would lead the call
    /// and its credential elsewhere. A variable that is the whole host or the whole address may hold a host or an address.
    ///
    /// - Parameters:
    ///   - template: The URL with `{name}` for each variable.
    ///   - variables: A value for each variable, by its name.
    ///   - documented: Values that the document itself names, which are taken as they are written: a default of `v2/api`.
    public init(template: String, variables: KeyValuePairs<String, String>, documented: Set<String> = []) {
        (text, fault) = ServerTemplate(template, variables: variables, documented: documented).filled()
    }

    /// A relative one (`/v1`) below `base`, as RFC 3986, 5.2 resolves it for a path.
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

    /// Itself when absolute.
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
