extension Array: APIValue where Element: APIValue {
    /// Reads an array.
    public init(from value: inout ValueReader) { self = value.readArray() }

    /// Writes an array.
    public func write(to value: inout ValueWriter) { value.writeArray(self) }
}

extension Dictionary: APIValue where Key == String, Value: APIValue {
    /// Reads an object with arbitrary member names.
    public init(from value: inout ValueReader) { self = value.readDictionary() }

    /// Writes an object, with members sorted by name.
    public func write(to value: inout ValueWriter) { value.writeDictionary(self) }
}

extension Optional: APIValue where Wrapped: APIValue {
    /// Reads `null` as nil.
    public init(from value: inout ValueReader) {
        guard value.isReadable, !value.isNull else {
            self = nil
            return
        }
        let wrapped = Wrapped(from: &value)
        self = value.state.pointee.hasFailed && value.state.pointee.dropMismatch() ? nil : wrapped
    }

    /// Writes nil as `null`.
    public func write(to value: inout ValueWriter) {
        if let self { self.write(to: &value) } else { value.writeNull() }
    }
}
