internal import ApusRuntime

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// One request without its credentials, and its response: an entry of a HAR file.
public struct RecordedExchange: Sendable, Hashable {
    public struct Header: Sendable, Hashable {
        public var name: String
        public var value: String

        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// The operation's id in the document; nil in a file that another program wrote.
    public var operation: String?
    /// When the request was sent.
    public var started: Date
    /// The time until the head of the response.
    public var duration: Duration
    public var method: String
    /// The whole address, percent-encoded.
    public var url: String
    public var requestHeaders: [Header]
    /// nil: no body.
    public var requestBody: RecordedBody?
    public var status: Int
    /// The headers of the response.
    public var headers: [Header]
    /// The body of the response; nil: none.
    public var body: RecordedBody?

    public init(
        operation: String? = nil, started: Date = Date(), duration: Duration = .zero, method: String, url: String,
        requestHeaders: [Header] = [], requestBody: RecordedBody? = nil, status: Int, headers: [Header] = [],
        body: RecordedBody? = nil
    ) {
        self.operation = operation
        self.started = started
        self.duration = duration
        self.method = method
        self.url = url
        self.requestHeaders = requestHeaders
        self.requestBody = requestBody
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// The path with the query, without the host.
    public var path: String { Address(url).target }
}

/// The bytes of a recorded body.
public struct RecordedBody: Sendable, Hashable {
    public var bytes: [UInt8]

    public init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// nil for bytes that are not UTF-8.
    var text: String? {
        let text = String(decoding: bytes, as: UTF8.self)
        return Array(text.utf8) == bytes ? text : nil
    }
}

extension [RecordedExchange.Header] {
    /// The first value of a header.
    ///
    /// - Parameter name: The name, in lower case.
    package func value(of name: String) -> String? {
        first { $0.name.lowercased() == name }?.value
    }
}

/// The parts of an address, percent-encoded.
package struct Address {
    /// The scheme and the authority.
    package let origin: String
    package let path: String
    /// nil: no query.
    package let query: String?

    /// - Parameter text: A whole address, or its path and query.
    package init(_ text: String) {
        let bytes = Array(text.utf8.prefix { $0 != UInt8(ascii: "#") })
        var start = 0
        if let colon = bytes.firstIndex(of: UInt8(ascii: ":")), bytes[colon...].starts(with: Array("://".utf8)) {
            let rest = bytes[(colon + 3)...]
            start = rest.firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") } ?? rest.endIndex
        }
        let mark = bytes[start...].firstIndex(of: UInt8(ascii: "?"))
        origin = String(decoding: bytes[..<start], as: UTF8.self)
        path = String(decoding: bytes[start..<(mark ?? bytes.count)], as: UTF8.self)
        query = mark.map { String(decoding: bytes[($0 + 1)...], as: UTF8.self) }
    }

    /// The path and the query.
    var target: String { (path.isEmpty ? "/" : path) + (query.map { "?" + $0 } ?? "") }

    /// The pairs of the query as they are written.
    package var pairs: [FormPair] { FormPair.read(query ?? "") }
}

/// A pair of a query or a form, as it is written.
package struct FormPair: Hashable {
    /// Percent-encoded.
    let name: String
    /// Percent-encoded; nil: no equals sign.
    var value: String?

    package static func read(_ text: String) -> [FormPair] {
        text.utf8.split(separator: UInt8(ascii: "&")).map { pair in
            let halves = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            return FormPair(
                name: String(decoding: halves[0], as: UTF8.self),
                value: halves.count > 1 ? String(decoding: halves[1], as: UTF8.self) : nil)
        }
    }

    static func write(_ pairs: [FormPair]) -> String {
        pairs.map { $0.name + ($0.value.map { "=" + $0 } ?? "") }.joined(separator: "&")
    }

    package var plainName: String { FormText.decode(name) }
    package var plainValue: String { FormText.decode(value ?? "") }
}
