internal import HTTPTypes

/// The request properties that select cookies.
struct CookieScope {
    /// The host in lower case, without a port.
    let host: String
    let path: String
    let isSecure: Bool

    /// The maximum length of a host name (RFC 1035, 2.3.4).
    private static let hostLimit = 253

    /// nil for a request without a host, or with an invalid one.
    init?(_ request: HTTPRequest) {
        guard let authority = request.authority?.lowercased(), !authority.isEmpty else { return nil }
        let isBracketed = authority.hasPrefix("[")
        host =
            isBracketed
            ? String(authority.prefix { $0 != "]" }) + "]" : Self.trimmed(authority.prefix { $0 != ":" })
        guard host.utf8.count <= Self.hostLimit else { return nil }
        let target = (request.path ?? "/").prefix { $0 != "?" && $0 != "#" }
        path = target.hasPrefix("/") ? String(target) : "/"
        isSecure = request.scheme?.lowercased() == "https"
    }

    /// A final dot is not part of a host name.
    private static func trimmed(_ host: Substring) -> String {
        String(host.hasSuffix(".") ? host.dropLast() : host)
    }

    /// Whether the host is an IP address, which has no parent domain.
    var isAddress: Bool {
        host.hasPrefix("[") || host.utf8.allSatisfy { $0 == 0x2E || (0x30...0x39).contains($0) }
    }

    /// The host, and its parent domains.
    var domains: [String] {
        if isAddress { return [host] }
        var domains = [host]
        var rest = host[...]
        while let dot = rest.firstIndex(of: ".") {
            rest = rest[rest.index(after: dot)...]
            domains.append(String(rest))
        }
        return domains
    }

    /// RFC 6265, 5.1.3.
    func isWithin(_ domain: String) -> Bool {
        host.isSame(as: domain) || !isAddress && host.ends(with: "." + domain)
    }

    /// RFC 6265, 5.1.4: the folder of the request.
    var folder: String {
        guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return "/" }
        return String(path[..<slash])
    }

    /// RFC 6265, 5.1.4.
    func isUnder(_ folder: String) -> Bool {
        guard path.begins(with: folder) else { return false }
        return path.utf8.count == folder.utf8.count || folder.ends(with: "/")
            || path.utf8.dropFirst(folder.utf8.count).first == UInt8(ascii: "/")
    }
}
