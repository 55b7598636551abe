/// A URI reference (RFC 3986) of a `$ref`, split at its fragment.
struct ReferenceText {
    /// The part before `#`: empty for this file, otherwise a path or a URL.
    let location: String
    /// The part after `#`, still percent-encoded; empty for the whole file.
    let fragment: String

    init(_ text: String) {
        guard let hash = text.firstIndex(of: "#") else {
            location = text
            fragment = ""
            return
        }
        location = String(text[..<hash])
        fragment = String(text[text.index(after: hash)...])
    }

    /// Whether the location begins with a scheme such as `https:` (RFC 3986 section 3.1). `C:` of a Windows path is not
    /// a scheme.
    var hasScheme: Bool {
        guard let colon = location.firstIndex(of: ":") else { return false }
        let scheme = location[..<colon]
        return scheme.count > 1
            && scheme.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
    }
}
