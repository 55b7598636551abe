/// The grammar of media types (RFC 9110 section 8.3.1), as far as keys of `content` are checked.
enum ContentType {
    /// `text/html; charset=utf-8` and `image/*` are well-formed, `json` and `text/` are not.
    static func isWellFormed(_ text: String) -> Bool {
        let essence = text.prefix { $0 != ";" }
        let parts = essence.split(separator: "/", omittingEmptySubsequences: false)
        return parts.count == 2
            && parts.allSatisfy { part in
                let name = part.hasSuffix(" ") ? part.drop { $0 == " " } : part
                return !name.isEmpty && name.utf8.allSatisfy { HTTPToken.isByte($0) || $0 == UInt8(ascii: " ") }
            }
    }

    /// Whether bodies of the type have named fields.
    static func isForm(_ text: String) -> Bool {
        let essence = text.prefix { $0 != ";" && $0 != " " }.lowercased()
        return essence == "multipart/form-data" || essence == "application/x-www-form-urlencoded"
    }
}
