/// A request as it arrived, before anything is decoded.
public struct ReceivedRequest: Sendable {
    public var method: String
    /// As it was sent, percent-encoded, without the query.
    public var path: String
    /// As it was sent; empty when there was none.
    public var query: String
    /// In the order of arrival, names in lower case.
    public var headers: [Pair]
    public var body: [UInt8]

    public init(method: String, path: String, query: String, headers: [Pair], body: [UInt8]) {
        self.method = method
        self.path = path
        self.query = query
        self.headers = headers
        self.body = body
    }

    /// The value of a header, several joined by `, `; nil when it is absent (RFC 9110, 5.3).
    public func header(_ name: String) -> String? {
        let values = headers.filter { $0.name == name }.map(\.value)
        return values.isEmpty ? nil : values.joined(separator: ", ")
    }

    /// A query parameter, decoded.
    public func parameter(_ name: String) -> String? {
        Pair.readPairs(of: query).first { $0.name == name }?.value
    }
}
