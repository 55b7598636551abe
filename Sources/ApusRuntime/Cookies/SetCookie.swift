#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// A `Set-Cookie` line (RFC 6265, 5.2), read by bytes.
struct SetCookie {
    /// The limit for name and value together.
    private static let sizeLimit = 4_096
    private static let attributeLimit = 1_024

    let name: String
    let value: String
    private(set) var expires: Double?
    private(set) var maximumAge: Double?
    /// In lower case, without a leading dot.
    private(set) var domain: String?
    private(set) var path: String?
    private(set) var isSecure = false
    private(set) var isHTTPOnly = false

    /// nil for a line that sets nothing: without a name, too long, or with control characters.
    init?(_ line: String) {
        let bytes = Array(line.utf8)
        if bytes.contains(where: { $0 < 0x20 && $0 != 0x09 || $0 == 0x7F }) { return nil }
        let parts = bytes.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
        guard let pair = parts.first, let equals = pair.firstIndex(of: UInt8(ascii: "=")) else { return nil }
        name = Self.text(pair[..<equals])
        value = Self.text(pair[(equals + 1)...])
        guard !name.isEmpty, name.utf8.count + value.utf8.count <= Self.sizeLimit else { return nil }
        for part in parts.dropFirst() { apply(part) }
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
        return String(decoding: bytes.drop(while: isBlank).reversed().drop(while: isBlank).reversed(), as: UTF8.self)
    }

    /// The last one of two attributes with one name counts.
    private mutating func apply(_ attribute: ArraySlice<UInt8>) {
        let equals = attribute.firstIndex(of: UInt8(ascii: "=")) ?? attribute.endIndex
        let text = Self.text(attribute[equals...].dropFirst())
        guard text.utf8.count <= Self.attributeLimit else { return }
        switch ByteText(Self.text(attribute[..<equals]).asciiLowercased) {
        case "expires": expires = CookieDate.seconds(text) ?? expires
        case "max-age": maximumAge = Self.age(text) ?? maximumAge
        case "domain":
            let name = text.asciiLowercased
            let bare = name.begins(with: ".") ? String(Substring(name.utf8.dropFirst())) : name
            domain = bare.isEmpty ? nil : bare
        case "path": path = text.begins(with: "/") ? text : nil
        case "secure": isSecure = true
        case "httponly": isHTTPOnly = true
        default: break
        }
    }

    /// Digits, with a sign before them.
    private static func age(_ text: String) -> Double? {
        let digits = text.begins(with: "-") ? Substring(text.utf8.dropFirst()) : text[...]
        guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Double(text)
    }

    /// The cookie that a server with this scope may set with the line; nil: the server may not set it (RFC 6265, 5.3, with
    /// the rules of its successor draft for `Secure` and for name prefixes).
    func cookie(from scope: CookieScope, at time: Double, isPublicSuffix: (String) -> Bool) -> CookieJar.Cookie? {
        if isSecure, !scope.isSecure { return nil }
        var shared = domain
        if let domain, isPublicSuffix(domain) || scope.isAddress {
            if !domain.isSame(as: scope.host) { return nil }
            shared = nil
        }
        if let shared, !scope.isWithin(shared) { return nil }
        let path = path ?? scope.folder
        if path.utf8.count > Self.attributeLimit { return nil }
        let prefix = name.asciiLowercased
        if prefix.begins(with: "__secure-"), !isSecure { return nil }
        if prefix.begins(with: "__host-"), !isSecure || domain != nil || !path.isSame(as: "/") { return nil }
        // Times beyond the calendar make no difference.
        let end = maximumAge.map { $0 <= 0 ? 0 : time + min($0, 1e11) } ?? expires
        return CookieJar.Cookie(
            name: name, value: value, domain: shared ?? scope.host, isHostOnly: shared == nil, path: path,
            expires: end.map { Date(timeIntervalSince1970: $0) }, isSecure: isSecure, isHTTPOnly: isHTTPOnly)
    }
}
