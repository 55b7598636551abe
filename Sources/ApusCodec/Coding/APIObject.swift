/// A model coded as an object: one line per member in `init(from:)`, one in `write(to:)`.
///
/// `Codable`, `Hashable` and `description` are built on these two, once for all models. Two models are equal when they write the
/// same members, read-only ones included; secrets take part in that and never show in `description`.
public typealias APIObject = ObjectCoding & Hashable & Codable & CustomStringConvertible

/// The requirements of ``APIObject`` that a model implements; an extension implements its other conformances.
@_documentation(visibility: internal)
public protocol ObjectCoding: APIValue {
    /// Reads the members by name.
    init(from object: inout ObjectReader)

    /// Writes the members in order.
    func write(to object: inout ObjectWriter)
}

extension ObjectCoding {
    /// Reads an object; anything else is a problem.
    public init(from value: inout ValueReader) {
        var object = value.readObject()
        self.init(from: &object)
        object.observe(Self.self)
    }

    /// Writes an object.
    public func write(to value: inout ValueWriter) {
        var object = value.beginObject(of: Self.self)
        write(to: &object)
        object.end()
    }

    /// Two models are equal when both write the same.
    public static func == (left: Self, right: Self) -> Bool { EncodingIdentity.areEqual(left, right) }

    /// Hashes the written form.
    public func hash(into hasher: inout Hasher) { EncodingIdentity.hash(self, into: &hasher) }

    /// The hash of the written form.
    public var hashValue: Int { EncodingIdentity.hashValue(of: self) }

    /// `Pet(pet_id: "p1", tags: ["small"])`, with the document's names and without secrets.
    public var description: String { JSONEncoding.describe(self) }

    /// Reads from any decoder, through ``JSONValue``.
    public init(from decoder: any Decoder) throws { self = try CodableBridge.decode(Self.self, from: decoder) }

    /// Writes to any encoder, read-only members and secrets included.
    public func encode(to encoder: any Encoder) throws { try CodableBridge.encode(self, to: encoder) }
}
