/// A value that is always `null`.
public struct JSONNull: APIValue, Hashable, Codable {
    /// Creates the only value.
    public init() {}

    /// Reads `null`; any other value is a problem.
    public init(from value: inout ValueReader) {
        if value.isReadable, !value.isNull { value.fail(expected: "null") }
    }

    /// Writes `null`.
    public func write(to value: inout ValueWriter) { value.writeNull() }

    /// Reads `null` from any decoder.
    public init(from decoder: any Decoder) throws { self = try CodableBridge.decode(Self.self, from: decoder) }

    /// Writes `null` to any encoder.
    public func encode(to encoder: any Encoder) throws { try CodableBridge.encode(self, to: encoder) }
}
