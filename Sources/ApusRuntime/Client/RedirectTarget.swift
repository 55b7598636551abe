internal import HTTPTypes

/// Where a `Location` leads (RFC 3986, 5.2).
struct RedirectTarget: Equatable {
    let scheme: String
    /// Lower case.
    let authority: String
    /// With the query.
    let path: String

    init?(_ location: String, from request: HTTPRequest) {
        guard let scheme = request.scheme, let authority = request.authority, let path = request.path else {
            return nil
        }
        // From here on all is ASCII, in which what people see as one character is one byte.
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
        // No host has a triplet; it was a letter beyond ASCII.
        if parts.authority.holds("%"), !location.utf8.allSatisfy({ $0 < 0x80 }) { return nil }
        self.scheme = parts.scheme
        self.authority = parts.authority.lowercased()
        let tail = absolute.dropFirst(parts.scheme.count + 3 + parts.authority.count)
        let question = tail.firstIndex(of: "?") ?? tail.endIndex
        self.path =
            Self.pathEscape.encode(Self.withoutDots(tail[..<question]))
            + Self.queryEscape.encode(String(tail[question...]))
    }

    /// What a target can hold (RFC 3986, 3.3 and 3.4); servers also name addresses that hold more.
    private static let pathEscape = PercentEncoding(allowing: ":@!$&'()*+,;=/", keepsTriplets: true)
    private static let queryEscape = PercentEncoding(allowing: ":@!$&'()*+,;=/?", keepsTriplets: true)

    /// `/a/./b/../c` → `/a/c` (5.2.4).
    private static func withoutDots(_ path: Substring) -> String {
        var kept: [Substring] = []
        let segments = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        for segment in segments {
            if segment == ".." { _ = kept.popLast() } else if segment != "." { kept.append(segment) }
        }
        // Dots at the end stand for a folder.
        if segments.last == "." || segments.last == ".." { kept.append("") }
        return "/" + kept.joined(separator: "/")
    }

    /// Whether everything that a request to `request`'s origin carries may go there too. The port that a scheme implies may be named
    /// or not (RFC 6454, 4).
    func isSameOrigin(as request: HTTPRequest) -> Bool {
        guard scheme == request.scheme, let other = request.authority?.lowercased() else { return false }
        return withoutImpliedPort(authority) == withoutImpliedPort(other)
    }

    private func withoutImpliedPort(_ authority: String) -> Substring {
        let port = scheme == "https" ? ":443" : ":80"
        return authority.dropLast(authority.hasSuffix(port) ? port.count : 0)
    }

    /// `request` at the target. To another origin only `Accept` and `User-Agent` go along.
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
