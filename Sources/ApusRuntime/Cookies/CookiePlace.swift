internal import HTTPTypes

/// Where a request goes, as cookies see it.
struct CookiePlace {
    /// Lower case, without a port.
    let host: String
    let path: String
    let isSecure: Bool

    /// The longest name that a host can have (RFC 1035, 2.3.4).
    private static let hostLimit = 253

    /// nil for a request without a host, or with one that no server can have.
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

    /// The dot that may end a full name is not part of it.
    private static func trimmed(_ host: Substring) -> String {
        String(host.hasSuffix(".") ? host.dropLast() : host)
    }

    /// An address has no domain above it.
    var isAddress: Bool {
        host.hasPrefix("[") || host.utf8.allSatisfy { $0 == 0x2E || (0x30...0x39).contains($0) }
    }

    /// The host, and the domains above it.
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
