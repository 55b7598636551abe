internal import ApusCodec

/// The actual format of a body that may be JSON or XML.
enum BodyFormat {
    /// Determined by the first byte, because content types are sometimes wrong: no JSON begins like XML (RFC 8259,
    /// section 2; XML 1.0, production 1). A body that begins like neither has the format of `Content-Type`, otherwise
    /// the requested one.
    static func isJSON(_ bytes: [UInt8], contentType: String?, unlessTold asked: Bool) -> Bool {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        switch start.first(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }) {
        case UInt8(ascii: "<"), 0x00, 0xFE, 0xFF: return false  // the last three begin UTF-16 and UTF-32
        case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "\""): return true
        default: return told(by: contentType) ?? asked
        }
    }

    /// `application/json; charset=utf-8` and `application/problem+json`, and likewise for XML.
    private static func told(by contentType: String?) -> Bool? {
        let essence = (contentType ?? "").part(before: ";").part(before: ",").trimmed.asciiLowercased
        let ending = essence.utf8.split { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "+") }.last
        guard let ending else { return nil }
        return ending.elementsEqual("json".utf8) ? true : ending.elementsEqual("xml".utf8) ? false : nil
    }
}
