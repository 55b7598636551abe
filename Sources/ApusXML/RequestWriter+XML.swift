public import ApusRuntime

extension RequestWriter {
    /// An XML body; nil sends none.
    public mutating func xml<Value: APIValue>(_ value: Value?, _ step: XMLStep, _ content: XMLContent) {
        body(value, contentType: "application/xml", coder: XMLCoder(step, content))
    }

    /// The same with another content type: `text/xml`, `application/atom+xml`.
    public mutating func xml<Value: APIValue>(
        _ value: Value?, _ step: XMLStep, _ content: XMLContent, contentType: String
    ) {
        body(value, contentType: contentType, coder: XMLCoder(step, content))
    }
}

extension ResponseReader {
    /// An XML body, whatever `Content-Type` says; JSON that came in its place is read as well.
    public mutating func xml<Value: APIValue>(_ step: XMLStep, _ content: XMLContent) -> Value {
        isJSON(unlessTold: false) ? json() : body(XMLCoder(step, content))
    }

    /// The same where the document offers both and JSON was asked for.
    public mutating func jsonOrXML<Value: APIValue>(_ step: XMLStep, _ content: XMLContent) -> Value {
        isJSON(unlessTold: true) ? json() : body(XMLCoder(step, content))
    }

    /// By its first byte, because types are sometimes wrong: no JSON begins as XML does (RFC 8259, section 2; XML 1.0, production 1).
    /// A body that begins as neither is what `Content-Type` says, else what was asked for.
    private func isJSON(unlessTold asked: Bool) -> Bool {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        switch start.first(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }) {
        case UInt8(ascii: "<"), 0x00, 0xFE, 0xFF: return false  // the last three begin UTF-16 and UTF-32
        case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "\""): return true
        default:
            let told = contentType == nil ? nil : contentType(among: ["application/json", "application/xml"])
            return told.map { $0 == 0 } ?? asked
        }
    }
}
