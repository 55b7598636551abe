internal import HTTPTypes

extension RequestWriter {
    /// The complete request, without credentials and headers that the transport adds.
    func finish(
        server: ServerURL, options: CallOptions
    ) throws(EncodingProblem) -> (request: HTTPRequest, body: APIBody) {
        var writer = self
        let base =
            undocumentedPath?.origin ?? options.server ?? descriptor.server?.resolved(against: server) ?? server
        let path = writer.filledPath()
        for item in options.query {
            let escape = PercentEncoding.unreserved
            writer.query.append("\(escape.encode(item.name))=\(escape.encode(item.value))")
        }
        writer.addOwnHeaders(options)
        writer.addMembers(options.bodyMembers)
        if let problem = writer.problem { throw problem }
        guard let method = descriptor.method else {
            throw EncodingProblem(path: "", reason: .unrepresentable("the name of the HTTP method is not a token"))
        }
        let parts = try ServerParts(base)
        let query = ([parts.query, path.query] + writer.query).filter { !$0.isEmpty }.joined(separator: "&")
        var target = parts.path + path.path
        if target.isEmpty { target = "/" }
        if !query.isEmpty { target += "?" + query }
        let request = HTTPRequest(
            method: method, scheme: parts.scheme, authority: parts.authority, path: target,
            headerFields: writer.headers.oneLinePerName)
        return (request, writer.body)
    }

    private mutating func addOwnHeaders(_ options: CallOptions) {
        if headers[.accept] == nil, !descriptor.accept.isEmpty {
            setHeader("Accept", descriptor.accept.joined(separator: ", "))
        }
        if !cookies.isEmpty {
            let known = headers[.cookie].map { [$0] } ?? []
            setHeader("Cookie", (known + cookies).joined(separator: "; "))
        }
        if let key = options.idempotencyKey { setHeader("Idempotency-Key", key) }
        for field in options.headers { headers[field.name] = nil }
        for field in options.headers { headers.append(field) }
    }

    /// The template with every `{name}` filled, and the query that a template may end with.
    private mutating func filledPath() -> (path: String, query: String) {
        let halves = descriptor.path.prefix { $0 != "#" }.split(separator: "?", maxSplits: 1)
        let template = halves.first.map(String.init) ?? ""
        let segments = template.split(separator: "/", omittingEmptySubsequences: false).map { segment in
            filledSegment(String(segment))
        }
        var path = segments.joined(separator: "/")
        if !path.isEmpty, !path.hasPrefix("/") { path = "/" + path }
        return (path, halves.count > 1 ? filled(halves[1]).text : "")
    }

    /// Values are percent-encoded for a path, which is valid in a query as well.
    private mutating func filled(_ template: Substring) -> (text: String, lastName: String?) {
        var text = ""
        var rest = template
        var lastName: String?
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let name = String(rest[rest.index(after: open)..<close])
            text += rest[..<open]
            text += pathValue(name)
            lastName = name
            rest = rest[rest.index(after: close)...]
        }
        return (text + rest, lastName)
    }

    /// Refuses a segment that a value has made empty, `.` or `..`: servers and proxies resolve such segments (RFC 3986,
    /// 5.2.4), and percent-encoding the dots does not change that (WHATWG URL, 4.5).
    private mutating func filledSegment(_ segment: String) -> String {
        let (text, lastName) = filled(segment[...])
        guard let lastName, problem == nil else { return text }
        for part in text.split(separator: "/", omittingEmptySubsequences: false) {
            let plain = part.lowercased().replacing("%2e", with: ".")
            if plain.isEmpty || plain == "." || plain == ".." {
                let shown = plain.isEmpty ? "an empty value" : "'\(plain)'"
                report("path parameter \(lastName)", "\(shown) would lead to another path")
            }
        }
        return text
    }

    private mutating func pathValue(_ name: String) -> String {
        if let value = pathValues.first(where: { $0.name == name }) { return value.value }
        report("path parameter \(name)", "it has no value")
        return ""
    }
}
