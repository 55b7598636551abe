import ApusSource
import ApusSpec

/// The documented media type of a body.
enum MediaTypes {
    /// The most specific key that the content type fits: the same type, the same without parameters, a JSON type for another JSON type, a
    /// range. Types are compared without case (RFC 9110, section 8.3.1).
    static func find(_ contentType: String, in content: [MediaType]) -> MediaType? {
        let seen = essence(contentType)
        return content.first { essence($0.contentType) == seen }
            ?? (isJSON(seen) ? content.first { isJSON(essence($0.contentType)) } : nil)
            ?? content.first { range(essence($0.contentType)).map { seen.starts(with: $0) } ?? false }
    }

    /// `Application/Problem+JSON; charset=utf-8` → `application/problem+json`
    static func essence(_ text: String) -> [UInt8] {
        ASCII.lower(text).prefix { $0 != UInt8(ascii: ";") }.filter { $0 != 0x20 && $0 != 0x09 }
    }

    static func isJSON(_ essence: [UInt8]) -> Bool {
        let suffix = Array("+json".utf8)
        return essence == Array("application/json".utf8) || essence == Array("text/json".utf8)
            || essence.suffix(suffix.count).elementsEqual(suffix)
    }

    /// `image/*` → `image/`, `*/*` → an empty text; nil for one type.
    private static func range(_ essence: [UInt8]) -> [UInt8]? {
        if essence == Array("*/*".utf8) || essence == Array("*".utf8) { return [] }
        return essence.last == UInt8(ascii: "*") ? Array(essence.dropLast()) : nil
    }
}
