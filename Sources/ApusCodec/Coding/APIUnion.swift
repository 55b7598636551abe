/// One of several alternatives, with a case for values that fit none of them.
public typealias APIUnion = UnionCoding & Hashable & Codable

/// The requirements of ``APIUnion`` that a union implements; an extension implements its other conformances.
@_documentation(visibility: internal)
public protocol UnionCoding: APIValue {}

extension UnionCoding {
    /// Two unions are equal when both write the same.
    public static func == (left: Self, right: Self) -> Bool { EncodingIdentity.areEqual(left, right) }

    /// Hashes the written form.
    public func hash(into hasher: inout Hasher) { EncodingIdentity.hash(self, into: &hasher) }

    /// The hash of the written form.
    public var hashValue: Int { EncodingIdentity.hashValue(of: self) }

    /// Reads from any decoder, through ``JSONValue``.
    public init(from decoder: any Decoder) throws { self = try CodableBridge.decode(Self.self, from: decoder) }

    /// Writes to any encoder.
    public func encode(to encoder: any Encoder) throws { try CodableBridge.encode(self, to: encoder) }
}
