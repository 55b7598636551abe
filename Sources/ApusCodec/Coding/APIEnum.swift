/// An open enumeration: a raw value that is not known yet is kept and written back unchanged.
public protocol APIEnum: APIValue, Hashable, RawRepresentable, CaseIterable, Codable
where RawValue: APIValue & Hashable {
    /// Takes any raw value; an unknown one is kept as it is.
    init(rawValue: RawValue)
}

extension APIEnum {
    /// The known values by their raw values: where there are hundreds, generated code keeps this and looks one up.
    public static func allByRawValue() -> RawValueTable<Self> { RawValueTable() }

    /// Reads the raw value.
    public init(from value: inout ValueReader) { self.init(rawValue: RawValue(from: &value)) }

    /// Writes the raw value.
    public func write(to value: inout ValueWriter) {
        if value.state.pointee.unknown != nil, !Self.allCases.contains(self) {
            value.state.pointee.noteUnknown(isAlternative: false)
        }
        rawValue.write(to: &value)
    }

    /// Equal when the raw values are.
    public static func == (left: Self, right: Self) -> Bool { RawValues.areEqual(left.rawValue, right.rawValue) }

    /// Hashes the raw value.
    public func hash(into hasher: inout Hasher) { RawValues.hash(rawValue, into: &hasher) }

    /// The hash of the raw value.
    public var hashValue: Int {
        var hasher = Hasher()
        hash(into: &hasher)
        return hasher.finalize()
    }

    /// Reads from any decoder, through ``JSONValue``.
    public init(from decoder: any Decoder) throws { self = try CodableBridge.decode(Self.self, from: decoder) }

    /// Writes to any encoder.
    public func encode(to encoder: any Encoder) throws { try CodableBridge.encode(self, to: encoder) }
}
