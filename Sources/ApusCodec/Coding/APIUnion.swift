/// One of several alternatives, with a case for what none of them fits.
public typealias APIUnion = UnionCoding & Hashable & Codable

/// What an ``APIUnion`` writes itself; its other conformances are met by the extension below.
public protocol UnionCoding: APIValue {}

extension UnionCoding {
    /// Equal when both write the same.
    public static func == (left: Self, right: Self) -> Bool { EncodingIdentity.areEqual(left, right) }

    /// Hashes what is written.
    public func hash(into hasher: inout Hasher) { EncodingIdentity.hash(self, into: &hasher) }

    /// The hash of what is written.
    public var hashValue: Int { EncodingIdentity.hashValue(of: self) }

    /// Reads from any decoder, through ``JSONValue``.
    public init(from decoder: any Decoder) throws { self = try CodableBridge.decode(Self.self, from: decoder) }

    /// Writes to any encoder.
    public func encode(to encoder: any Encoder) throws { try CodableBridge.encode(self, to: encoder) }
}
