import ApusSource

/// RFC 3986 section 5.2, as far as `$id` and `$self` need it: text in, text out.
enum URIReference {
    static func isRemote(_ path: String) -> Bool {
        path.hasPrefix("https://") || path.hasPrefix("http://")
    }

    /// Whether a URL is http or https, and its host and port are allowed.
    static func isAllowed(_ address: String, _ hosts: Set<String>) -> Bool {
        guard let origin = origin(of: address) else { return false }
        return AllowedHost.permits(scheme: origin.scheme, host: origin.host, port: origin.port, hosts)
    }

    /// `https://user@Example.com:8080/a` → `example.com`, 8080; `http://[::1]/a` → `[::1]`. nil for other schemes and malformed authorities.
    static func origin(of address: String) -> (scheme: String, host: String, port: Int?)? {
        guard isRemote(address) else { return nil }
        let scheme = address.hasPrefix("https") ? "https" : "http"
        let rest = address.dropFirst(scheme.count + 3)
        let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" && $0 != "\\" }
        let location = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? authority
        let host = location.hasPrefix("[") ? location.prefix { $0 != "]" } + "]" : location.prefix { $0 != ":" }
        let port = location.dropFirst(host.count)
        let isPort = port.hasPrefix(":") && port.dropFirst().utf8.allSatisfy { (0x30...0x39).contains($0) }
        guard !host.isEmpty, port.isEmpty || isPort else { return nil }
        return (scheme, host.lowercased(), port.count > 1 ? Int(port.dropFirst()) ?? -1 : nil)
    }

    /// `b.json` against `https://example.com/a/c.json` → `https://example.com/a/b.json`.
    static func resolve(_ text: String, against base: String) -> String {
        if ReferenceText(text).hasScheme || base.isEmpty { return text }
        guard let start = base.range(ofText: "://") else { return FilePath.join(FilePath.folder(of: base), text) }
        let scheme = base[..<start]
        let authority = base[start...].prefix { $0 != "/" }
        let path = String(base[start...].dropFirst(authority.count).prefix { $0 != "?" && $0 != "#" })
        if text.hasPrefix("//") { return scheme.dropLast(2) + text }
        let folder = path.isEmpty ? "/" : FilePath.folder(of: path)
        return scheme + authority + FilePath.join(folder, text)
    }
}

extension String {
    /// The end of the first occurrence.
    fileprivate func range(ofText text: String) -> Index? {
        var position = startIndex
        while position < endIndex {
            if self[position...].hasPrefix(text) { return index(position, offsetBy: text.count) }
            position = index(after: position)
        }
        return nil
    }
}
