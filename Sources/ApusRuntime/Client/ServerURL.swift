/// Where an API stands: scheme, host, port and base path. Any text can be held; it is checked when it is used, so that
/// a wrong one is an error of the call.
public struct ServerURL: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
    public let text: String

    public init(_ text: String) {
        self.text = text
    }

    public init(stringLiteral text: String) {
        self.text = text
    }

    /// A template with its variables: `https://{region}.api.test` and `["region": "eu"]`.
    public init(template: String, variables: KeyValuePairs<String, String>) {
        var text = template
        for (name, value) in variables {
            text = text.replacing("{\(name)}", with: value)
        }
        self.text = text
    }

    /// A relative one (`/v1`) below `base`, as RFC 3986, 5.2 resolves it for a path.
    public init(relative: String, base: ServerURL) {
        self = ServerURL(relative).resolved(against: base)
    }

    public var description: String { text }

    var isRelative: Bool {
        !text.contains("://")
    }

    /// Itself when absolute.
    func resolved(against base: ServerURL) -> ServerURL {
        guard isRelative, let parts = try? ServerParts(base) else { return self }
        let origin = "\(parts.scheme)://\(parts.authority)"
        if text.hasPrefix("//") { return ServerURL("\(parts.scheme):\(text)") }
        if text.hasPrefix("/") { return ServerURL(origin + text) }
        let own = text.hasPrefix("./") ? String(text.dropFirst(2)) : text
        return ServerURL("\(origin)\(parts.path)/\(own)")
    }
}
