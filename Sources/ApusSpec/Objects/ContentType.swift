import ApusSource

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

    /// The common media type that a text of other spelling means: `aplication/json` → `application/json`. Types of other trees, such as
    /// `application/vnd.acme+json`, belong to somebody.
    static func findMeant(_ text: String) -> String? {
        let essence = text.prefix { $0 != ";" && $0 != " " }.lowercased()
        let tree = essence.prefix { $0 != "/" }
        guard !common.contains(essence), !known.contains(essence), !essence.contains("*"),
            !trees.contains(String(tree)) || !essence.utf8.contains(where: { "+.-".utf8.contains($0) })
        else { return nil }
        // Registered trees have hundreds of short names; only one slip of a hand is told from them.
        return Spelling.nearest(to: essence, among: common, within: trees.contains(String(tree)) ? 1 : 3)
    }

    private static let trees: Set<String> = [
        "application", "audio", "chemical", "example", "font", "haptics", "image", "message", "model", "multipart",
        "text", "video",
    ]

    private static let common = [
        "application/json", "application/xml", "application/octet-stream", "application/pdf",
        "application/problem+json",
        "application/x-www-form-urlencoded", "multipart/form-data", "text/csv", "text/event-stream", "text/html",
        "text/plain",
    ]

    /// Registered or usual types that are one letter away from a common one.
    private static let known: Set<String> = [
        "application/jsonl", "application/jsonc", "application/json5", "text/css", "text/tsv",
    ]
}
