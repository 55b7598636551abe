internal import ApusJSON

/// A model coded as an array with a type for each position (`prefixItems`).
public typealias APITuple = TupleCoding & Hashable & Codable

/// The requirements of ``APITuple`` that a model implements; an extension implements its other conformances.
@_documentation(visibility: internal)
public protocol TupleCoding: APIValue {
    /// Reads the elements in order.
    init(from array: inout ArrayReader)

    /// Writes the elements in order.
    func write(to array: inout ArrayWriter)
}

extension TupleCoding {
    /// Reads an array; anything else is a problem.
    public init(from value: inout ValueReader) {
        value.expectArray()
        var array = ArrayReader(value)
        self.init(from: &array)
    }

    /// Writes an array.
    public func write(to value: inout ValueWriter) {
        guard value.enter() else { return }
        if value.state.pointee.constrained != nil { value.state.pointee.noteConstraints(of: Self.self) }
        value.state.pointee.append(UInt8(ascii: "["))
        var array = ArrayWriter(value)
        write(to: &array)
        value.state.pointee.append(UInt8(ascii: "]"))
        value.leave()
    }

    /// Two models are equal when both write the same.
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

extension ValueReader {
    /// Reports anything but an array.
    fileprivate mutating func expectArray() {
        if isReadable, entry.kind != .array { fail(expected: "array") }
    }
}
