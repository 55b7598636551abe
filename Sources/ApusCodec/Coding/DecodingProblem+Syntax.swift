internal import ApusJSON

extension DecodingProblem {
    init(_ error: JSONSyntaxError, in bytes: UnsafeBufferPointer<UInt8>) {
        let expected =
            switch error.reason {
            case .expectedValue: "a value"
            case .expectedKey: "a member's name"
            case .expectedColon: "':'"
            case .expectedCommaOrBrace: "',' or '}'"
            case .expectedCommaOrBracket: "',' or ']'"
            case .trailingContent: "the end of the body"
            default: "valid JSON"
            }
        let found =
            switch error.reason {
            case .expectedValue, .expectedKey, .expectedColon, .expectedCommaOrBrace, .expectedCommaOrBracket,
                .trailingContent:
                Self.excerpt(of: bytes, at: error.offset)
            default: error.reason.description
            }
        self.init(path: "", offset: error.offset, expected: expected, found: found)
    }

    /// A short excerpt of text that is not JSON: `"<html>"`.
    private static func excerpt(of bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> String {
        guard offset < bytes.count else { return "the end" }
        let end = min(offset + 20, bytes.count)
        return "\"\(String(decoding: UnsafeBufferPointer(rebasing: bytes[offset..<end]), as: UTF8.self))\""
    }
}
