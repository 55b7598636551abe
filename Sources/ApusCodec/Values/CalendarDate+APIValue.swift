extension CalendarDate: CustomStringConvertible, LosslessStringConvertible {
    /// `2026-01-31`
    public var description: String {
        var state = EncodingState(style: .storage, capacity: 16)
        defer { state.deallocate() }
        state.append(date: self)
        return String(decoding: state.written, as: UTF8.self)
    }
}

extension CalendarDate: APIValue {
    /// Reads a string of the form `2026-01-31`, or the day of a date-time as it is written there.
    public init(from value: inout ValueReader) {
        self = value.readDateTime(expected: "date")?.day ?? CalendarDate(unchecked: 1970, 1, 1)
    }

    /// Writes a string of the form `2026-01-31`.
    public func write(to value: inout ValueWriter) {
        value.state.pointee.append(UInt8(ascii: "\""))
        value.state.pointee.append(date: self)
        value.state.pointee.append(UInt8(ascii: "\""))
    }
}

extension CalendarDate: Codable {
    /// Reads the text form.
    public init(from decoder: any Decoder) throws { self = try CodableBridge.decode(Self.self, from: decoder) }

    /// Writes the text form.
    public func encode(to encoder: any Encoder) throws { try CodableBridge.encode(self, to: encoder) }
}
