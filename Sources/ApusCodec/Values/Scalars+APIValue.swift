extension Bool: APIValue {
    /// Reads `true` or `false`.
    public init(from value: inout ValueReader) { self = value.readBool() }

    /// Writes `true` or `false`.
    public func write(to value: inout ValueWriter) { value.writeBool(self) }
}

extension String: APIValue {
    /// Reads a string.
    public init(from value: inout ValueReader) { self = value.readString() }

    /// Writes a string.
    public func write(to value: inout ValueWriter) { value.writeString(self) }
}

extension Double: APIValue {
    /// Reads a number.
    public init(from value: inout ValueReader) { self = value.readDouble() }

    /// Writes a number.
    public func write(to value: inout ValueWriter) { value.writeDouble(self) }
}

extension Float: APIValue {
    /// Reads a number as the nearest `Float`; one outside its range is a problem.
    public init(from value: inout ValueReader) { self = value.readFloat() }

    /// Writes a number with the digits of a `Float`.
    public func write(to value: inout ValueWriter) {
        guard isFinite, rounded() != self || magnitude >= 1e15 else { return value.writeDouble(Double(self)) }
        value.state.pointee.append(plain: description)
    }
}

extension APIValue where Self: FixedWidthInteger {
    /// Reads a whole number in the range of the type.
    public init(from value: inout ValueReader) { self = value.readInteger() }

    /// Writes a whole number.
    public func write(to value: inout ValueWriter) { value.writeInteger(self) }
}

extension Int: APIValue {}
extension Int8: APIValue {}
extension Int16: APIValue {}
extension Int32: APIValue {}
extension Int64: APIValue {}
extension UInt: APIValue {}
extension UInt8: APIValue {}
extension UInt16: APIValue {}
extension UInt32: APIValue {}
extension UInt64: APIValue {}
