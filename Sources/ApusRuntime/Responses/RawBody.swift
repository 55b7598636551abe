/// An undocumented body.
public struct RawBody: Sendable, Hashable {
    public let bytes: [UInt8]
    /// The value of `Content-Type`, with its parameters.
    public let contentType: String?

    public init(bytes: [UInt8], contentType: String?) {
        self.bytes = bytes
        self.contentType = contentType
    }

    /// The bytes as text in the encoding of ``contentType``, by default UTF-8; nil where they are not valid text in it.
    public var text: String? {
        BodyText.decode(bytes, contentType: contentType)
    }

    /// nil when the bytes are not JSON, whatever ``contentType`` is.
    public var json: JSONValue? {
        JSONBridge.decode(BodyText.json(bytes, contentType: contentType))
    }
}

extension RawBody: CustomStringConvertible {
    /// The type and the first 200 bytes of the text, in one line.
    public var description: String {
        let excerpt = ShownText.short(text ?? "no text", most: 200)
        return "\(ShownText.escape(contentType ?? "no content type")), \(bytes.count) bytes: \(excerpt)"
    }
}
