/// A server's URL with `{name}` for each variable (OpenAPI 3.1, "Server Variable Object"), and the values that fill it.
///
/// A value fills one part of the URL: a label of the host, a port, or a segment of the base path. A value with a
/// delimiter of another part would direct the call, with its credential, to another host or path, and is refused.
/// Values are inserted once; a `{name}` inside a value is refused too.
struct ServerTemplate {
    /// The part of the URL that contains a variable.
    private enum Part {
        /// The variable is the whole beginning of the URL: `{address}/v1`.
        case address
        case scheme
        /// The variable is the whole authority: `https://{host}/v1`.
        case authority
        /// One label, or a piece of one: `https://{region}.example.com`.
        case label
        case port
        case path
        case query
    }

    private let template: Substring
    private let variables: [(name: String, value: String)]
    private let documented: Set<String>

    init(_ template: String, variables: KeyValuePairs<String, String>, documented: Set<String>) {
        self.template = template[...]
        self.variables = variables.map { (name: $0.key, value: $0.value) }
        self.documented = documented
    }

    /// The URL's text, and the reason why a value is invalid.
    func filled() -> (text: String, fault: String?) {
        var text = ""
        var fault: String?
        var rest = template
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let name = rest[rest.index(after: open)..<close]
            text += rest[..<open]
            let tail = rest[rest.index(after: close)...]
            if let value = variables.first(where: { $0.name == name })?.value {
                let part = Self.part(before: template[..<open], after: tail)
                if !documented.contains(value), let reason = Self.refusal(of: value, as: part) {
                    fault =
                        fault
                        ?? "the variable \(name) cannot be \(String(value.prefix(64)).debugDescription): \(reason)"
                }
                text += value
            } else {
                text += rest[open...close]
            }
            rest = tail
        }
        return (text + rest, fault)
    }

    private static func part(before head: Substring, after tail: Substring) -> Part {
        guard let authority = authority(in: head) else {
            // A relative URL is a path; `{address}/v1` and `{scheme}://` begin with their variable.
            if head.contains("/") { return head.contains("?") ? .query : .path }
            return tail.hasPrefix(":") ? .scheme : head.isEmpty ? .address : .path
        }
        if authority.contains("?") { return .query }
        if authority.contains("/") { return .path }
        if authority.hasSuffix(":") { return .port }
        let isWhole = authority.isEmpty && (tail.isEmpty || tail.hasPrefix("/") || tail.hasPrefix("?"))
        return isWhole ? .authority : authority.isEmpty && tail.hasPrefix(":") ? .authority : .label
    }

    /// The text after `//`; nil where the head has none.
    private static func authority(in head: Substring) -> Substring? {
        var rest = head
        while let slash = rest.firstIndex(of: "/") {
            let next = rest.index(after: slash)
            if next < rest.endIndex, rest[next] == "/" { return rest[rest.index(after: next)...] }
            rest = rest[next...]
        }
        return nil
    }

    private static func refusal(of value: String, as part: Part) -> String? {
        let refused: StaticString
        switch part {
        case .address: refused = "?#@\\{}"
        case .scheme, .label: refused = "/?#:@\\{}.[]%"
        case .authority: refused = "/?#@\\{}%"
        case .port:
            let isNumber = !value.isEmpty && value.utf8.allSatisfy { (0x30...0x39).contains($0) }
            return isNumber ? nil : "it is no port"
        case .path: refused = "/?#\\{}"
        case .query: refused = "?#&=\\{}"
        }
        if value.isEmpty, part != .path { return "it is empty" }
        let delimiters = Set(refused.description.utf8)
        guard let byte = value.utf8.first(where: { delimiters.contains($0) || $0 <= 0x20 || $0 == 0x7F }) else {
            return nil
        }
        return byte > 0x20 && byte < 0x7F ? "it holds '\(Unicode.Scalar(byte))'" : "it holds the byte \(byte)"
    }
}
