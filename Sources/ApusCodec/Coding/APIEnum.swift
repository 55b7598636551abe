/// An open enumeration: an unknown raw value is kept and written back unchanged.
public protocol APIEnum: APIValue, Hashable, RawRepresentable, CaseIterable, Codable
where RawValue: APIValue & Hashable {
    /// Accepts any raw value and keeps an unknown one unchanged.
    init(rawValue: RawValue)
}

extension APIEnum {
    /// The known values by their raw values: for enums with hundreds of cases, generated code stores this table and
    /// looks values up in it.
    @_documentation(visibility: internal)
    public static func allByRawValue() -> RawValueTable<Self> { RawValueTable() }

    /// Reads the raw value.
    public init(from value: inout ValueReader) {
        self.init(rawValue: RawValue(from: &value))
        if value.state.pointee.observation != nil { value.observe(self) }
    }

    /// Writes the raw value.
    public func write(to value: inout ValueWriter) {
        if value.state.pointee.unknown != nil, !Self.allCases.contains(self) {
            value.state.pointee.noteUnknown(isAlternative: false)
        }
        rawValue.write(to: &value)
    }

    /// Two values are equal when their raw values are equal.
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
