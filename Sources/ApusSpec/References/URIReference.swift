/// RFC 3986 section 5.2, as far as `$id` and `$self` need it: text in, text out.
enum URIReference {
    static func isRemote(_ path: String) -> Bool {
        path.hasPrefix("https://") || path.hasPrefix("http://")
    }

    /// `https://user@Example.com:8080/a` → `example.com`, `http://[::1]/a` → `[::1]`; nil for what is not http or https.
    static func host(of address: String) -> String? {
        guard isRemote(address), let start = address.range(ofText: "://") else { return nil }
        let authority = address[start...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let host = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? authority
        if host.hasPrefix("["), let end = host.firstIndex(of: "]") { return host[...end].lowercased() }
        return host.split(separator: ":", omittingEmptySubsequences: false).first.map { $0.lowercased() }
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
    /// Where the first occurrence ends.
    fileprivate func range(ofText text: String) -> Index? {
        var place = startIndex
        while place < endIndex {
            if self[place...].hasPrefix(text) { return index(place, offsetBy: text.count) }
            place = index(after: place)
        }
        return nil
    }
}
