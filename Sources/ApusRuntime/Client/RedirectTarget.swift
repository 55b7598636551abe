internal import HTTPTypes

/// The target of a `Location` (RFC 3986, 5.2).
struct RedirectTarget: Equatable {
    let scheme: String
    /// Host and port in lower case.
    let authority: String
    /// The path with the query.
    let path: String

    init?(_ location: String, from request: HTTPRequest) {
        guard let scheme = request.scheme, let authority = request.authority, let path = request.path else {
            return nil
        }
        // All text from here on is ASCII, so that a character is one byte.
        let text = PercentEncoding.ascii.encode(String(location.part(before: "#")))
        let absolute: String
        if text.contains("://"), text.prefix(while: { $0 != ":" }).allSatisfy({ $0.isLetter }) {
            absolute = text
        } else if text.hasPrefix("//") {
            absolute = "\(scheme):\(text)"
        } else if text.hasPrefix("/") {
            absolute = "\(scheme)://\(authority)\(text)"
        } else {
            let folder = path.prefix { $0 != "?" }
            let base =
                text.hasPrefix("?") ? folder : folder.prefix(through: folder.lastIndex(of: "/") ?? folder.startIndex)
            absolute = "\(scheme)://\(authority)\(base)\(text)"
        }
        guard let parts = try? ServerParts(ServerURL(absolute), allowsDots: true) else { return nil }
        // No host contains a percent-encoded byte; it was a letter outside ASCII.
        if parts.authority.holds("%"), !location.utf8.allSatisfy({ $0 < 0x80 }) { return nil }
        self.scheme = parts.scheme
        self.authority = parts.authority.lowercased()
        let tail = absolute.dropFirst(parts.scheme.count + 3 + parts.authority.count)
        let question = tail.firstIndex(of: "?") ?? tail.endIndex
        self.path =
            Self.pathEscape.encode(Self.withoutDots(tail[..<question]))
            + PercentEncoding.query.encode(String(tail[question...]))
    }

    /// The characters of a path (RFC 3986, 3.3); servers also send addresses with other characters.
    private static let pathEscape = PercentEncoding(allowing: ":@!$&'()*+,;=/", keepsTriplets: true)

    /// `/a/./b/../c` → `/a/c` (5.2.4).
    private static func withoutDots(_ path: Substring) -> String {
        var kept: [Substring] = []
        let segments = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        for segment in segments {
            if segment == ".." { _ = kept.popLast() } else if segment != "." { kept.append(segment) }
        }
        // A final dot segment refers to a folder.
        if segments.last == "." || segments.last == ".." { kept.append("") }
        return "/" + kept.joined(separator: "/")
    }

    /// Whether everything in a request to `request`'s origin may be sent to the target too.
    func isSameOrigin(as request: HTTPRequest) -> Bool {
        guard let scheme = request.scheme, let authority = request.authority else { return false }
        return RequestOrigin(scheme: self.scheme, authority: self.authority)
            == RequestOrigin(scheme: scheme, authority: authority)
    }

    /// Returns `request` with the target's address. For another origin it keeps only `Accept` and `User-Agent`.
    func request(instead request: HTTPRequest) -> HTTPRequest {
        var next = request
        if !isSameOrigin(as: request) {
            next.headerFields = [:]
            next.headerFields[.accept] = request.headerFields[.accept]
            next.headerFields[.userAgent] = request.headerFields[.userAgent]
        }
        next.scheme = scheme
        next.authority = authority
        next.path = path
        return next
    }
}
