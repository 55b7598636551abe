#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// One request without its credentials, and its response.
public struct RecordedExchange: Sendable, Hashable, Codable {
    public struct Header: Sendable, Hashable, Codable {
        public var name: String
        public var value: String
    }

    /// The operation's id in the document.
    public var operation: String
    public var method: String
    /// The path with the query, percent-encoded, without the host.
    public var path: String
    /// nil: no body, or a stream that cannot be read twice.
    public var requestBody: RecordedBody?
    public var status: Int
    public var headers: [Header]
    public var body: RecordedBody?
}

/// Bytes in a readable form: text for valid UTF-8, otherwise base64.
public struct RecordedBody: Sendable, Hashable, Codable {
    public var bytes: [UInt8]

    public init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private enum Key: CodingKey {
        case text, base64
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        if let text = try container.decodeIfPresent(String.self, forKey: .text) {
            bytes = Array(text.utf8)
        } else {
            bytes = Array(try container.decode(Data.self, forKey: .base64))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        let text = String(decoding: bytes, as: UTF8.self)
        if Array(text.utf8) == bytes {
            try container.encode(text, forKey: .text)
        } else {
            try container.encode(Data(bytes), forKey: .base64)
        }
    }
}
