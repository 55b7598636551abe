public import HTTPTypes

/// A request as it arrived.
public struct MockRequest: Sendable {
    /// In upper case, such as `GET`.
    public var method: String
    /// The path with its query, percent-encoded, as it was sent.
    public var target: String
    /// The address before the path, such as `http://127.0.0.1:4010`: links in answers begin with it.
    public var origin: String
    /// The header fields, without those of HTTP/2 that begin with a colon.
    public var headers: HTTPFields
    /// The whole body; empty where there is none.
    public var body: [UInt8]

    /// Creates a request.
    public init(method: String, target: String, origin: String, headers: HTTPFields = [:], body: [UInt8] = []) {
        self.method = method
        self.target = target
        self.origin = origin
        self.headers = headers
        self.body = body
    }
}

extension MockRequest {
    var contentType: String? { headers[.contentType] }

    /// The value that `Content-Type` names, in lower case, without parameters.
    var contentEssence: String { Self.essence(of: contentType ?? "") }

    /// `Application/JSON; charset=utf-8` → `application/json`
    static func essence(of contentType: String) -> String {
        let head = contentType.utf8.prefix { $0 != UInt8(ascii: ";") }.filter { $0 != 0x20 && $0 != 0x09 }
        return String(decoding: head.map { (0x41...0x5A).contains($0) ? $0 + 32 : $0 }, as: UTF8.self)
    }

    static func isJSON(_ essence: String) -> Bool {
        essence == "application/json" || essence == "text/json" || essence.hasSuffix("+json")
    }
}
