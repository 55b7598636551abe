/// The parts of a valid ``ServerURL``.
struct ServerParts: Equatable {
    /// Lower case: `http` or `https`.
    let scheme: String
    /// Host and port.
    let authority: String
    /// Empty, or with a leading and without a trailing slash.
    let path: String
    /// Without the question mark; empty when there is none. Characters that no query contains are percent-encoded.
    let query: String

    /// - Parameter allowsDots: Whether segments may be `.` and `..`, which the caller resolves.
    init(_ server: ServerURL, allowsDots: Bool = false) throws(EncodingProblem) {
        if let fault = server.fault { throw EncodingProblem(path: "server", reason: .unrepresentable(fault)) }
        let text = server.text
        if let byte = text.utf8.first(where: { $0 <= 0x20 || $0 == 0x7F || $0 == 0x5C }) {
            throw Self.problem(server, "it cannot hold the character \(byte)")
        }
        if text.contains("{") || text.contains("}") { throw Self.problem(server, "a variable has no value") }
        guard let colon = text.range(of: "://") else {
            throw Self.problem(server, "it is relative; give an absolute one, such as https://api.example.com")
        }
        scheme = text[..<colon.lowerBound].lowercased()
        guard scheme == "https" || scheme == "http" else {
            throw Self.problem(server, "its scheme is not http or https")
        }
        let rest = text[colon.upperBound...]
        let end = rest.firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? rest.endIndex
        authority = String(rest[..<end])
        try Self.check(authority, of: server)
        var tail = rest[end...]
        if tail.contains("#") { throw Self.problem(server, "it has a fragment") }
        let question = tail.firstIndex(of: "?") ?? tail.endIndex
        query = PercentEncoding.query.encode(String(tail[question...].dropFirst()))
        tail = tail[..<question]
        while tail.hasSuffix("/") { tail = tail.dropLast() }
        if !allowsDots, tail.split(separator: "/").contains(where: Self.isDots) {
            throw Self.problem(server, "its path has a segment of dots")
        }
        path = PercentEncoding(allowing: ":@!$&'()*+,;=/", keepsTriplets: true).encode(String(tail))
    }

    private static func check(_ authority: String, of server: ServerURL) throws(EncodingProblem) {
        if authority.contains("@") {
            throw problem(server, "it holds a user name or password; give them as credentials")
        }
        let isBracketed = authority.hasPrefix("[")
        let host = isBracketed ? authority.prefix { $0 != "]" } : authority.prefix { $0 != ":" }
        if host.isEmpty { throw problem(server, "it has no host") }
        var rest = authority.dropFirst(host.count)
        if isBracketed {
            guard rest.first == "]" else { throw problem(server, "its address has no closing bracket") }
            rest = rest.dropFirst()
        }
        // `UInt16` also accepts a sign, which no port has (RFC 3986, 3.2.3).
        let port = rest.dropFirst()
        let isPort = port.isEmpty || port.utf8.allSatisfy { (0x30...0x39).contains($0) } && UInt16(port) != nil
        guard rest.isEmpty || rest.first == ":" && isPort else {
            throw problem(server, "its port is not a number up to 65535")
        }
        guard host.utf8.allSatisfy({ $0 < 0x80 }) else {
            throw problem(server, "its host is not ASCII; write it in its xn-- form")
        }
    }

    var origin: RequestOrigin { RequestOrigin(scheme: scheme, authority: authority) }

    /// `.` and `..`, also percent-encoded: servers resolve both (WHATWG URL, 4.5).
    private static func isDots(_ segment: Substring) -> Bool {
        let plain = segment.lowercased().replacing("%2e", with: ".")
        return plain == "." || plain == ".."
    }

    /// The message contains the text without the part before an `@`.
    private static func problem(_ server: ServerURL, _ reason: String) -> EncodingProblem {
        let shown = server.text.contains("@") ? "" : " \(server.text)"
        return EncodingProblem(path: "server\(shown)", reason: .unrepresentable(reason))
    }
}

extension String {
    /// The range of the first occurrence, compared by characters.
    fileprivate func range(of part: String) -> Range<String.Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(part) { return start..<index(start, offsetBy: part.count) }
            start = index(after: start)
        }
        return nil
    }
}
