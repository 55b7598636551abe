extension APIValue {
    /// Reads a JSON text: `try Contact(json: bytes)`.
    public init(json bytes: [UInt8]) throws(DecodingProblem) {
        self = try JSONDecoding.decode(Self.self, from: bytes)
    }

    /// Reads a JSON text: `try Contact(json: #"{"id":"c1"}"#)`.
    public init(json text: String) throws(DecodingProblem) {
        self = try JSONDecoding.decode(Self.self, from: Array(text.utf8))
    }

    /// The value as JSON that reads back as an equal value, read-only members and secrets included.
    public func json() throws(EncodingProblem) -> [UInt8] {
        try JSONEncoding.encode(self, for: .storage)
    }
}
