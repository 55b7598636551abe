/// A body as it came, where the document does not say what it is.
public struct RawBody: Sendable, Hashable {
    public let bytes: [UInt8]
    /// As the server names it, with its parameters.
    public let contentType: String?

    public init(bytes: [UInt8], contentType: String?) {
        self.bytes = bytes
        self.contentType = contentType
    }

    /// The bytes as text in the encoding that ``contentType`` names, UTF-8 where it names none; nil where they are no such text.
    public var text: String? {
        BodyText.decode(bytes, contentType: contentType)
    }

    /// nil when the bytes are not JSON, whatever ``contentType`` says.
    public var json: JSONValue? {
        JSONBridge.decode(BodyText.json(bytes, contentType: contentType))
    }
}

extension RawBody: CustomStringConvertible {
    /// The type and the first 200 characters, in one line.
    public var description: String {
        let head = text?.prefix(201) ?? "no text"
        let excerpt = head.count > 200 ? "\(head.prefix(200))…" : "\(head)"
        return ErrorText.line("\(contentType ?? "no content type"), \(bytes.count) bytes: \(excerpt)")
    }
}
