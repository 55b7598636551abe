internal import ApusJSON

extension JSONValue: APIValue {
    /// Reads any value.
    public init(from value: inout ValueReader) {
        self = value.isReadable ? JSONTree.build(value.state.pointee, at: value.index) : .null
    }

    /// Writes the value; numbers as their original text.
    public func write(to value: inout ValueWriter) { JSONTreeWriter.write(self, to: &value) }
}

extension JSONValue {
    /// The tree that a value writes: for parameters, forms and other formats that consist of members.
    public init<T: APIValue>(encoding value: T, for purpose: EncodingPurpose = .storage) throws(EncodingProblem) {
        self = try WrittenValue(value, for: purpose, writesUnknown: true).tree
    }

    /// The same without the kept unknown members: forms, parts and parameters cannot carry them.
    init<T: APIValue>(known value: T, for purpose: EncodingPurpose) throws(EncodingProblem) {
        self = try WrittenValue(value, for: purpose).tree
    }

    /// Reads this tree as a model.
    public func decode<T: APIValue>(_ type: T.Type = T.self) throws(DecodingProblem) -> T {
        try JSONDecoding.decode(type, from: serialized())
    }

    /// Reads a tree whose scalars are all strings, as in forms and XML: `"5"` is read as 5 where the model has an
    /// integer.
    package func decode<T: APIValue>(textualAs type: T.Type) throws(DecodingProblem) -> T {
        let bytes = serialized()
        return try bytes.withUnsafeBufferPointer { (buffer) throws(DecodingProblem) in
            try JSONDecoding.decode(type, from: buffer, scalars: .text)
        }
    }

    /// A tree that is too deep becomes one with nulls, which then fails to decode, with a path.
    package func serialized() -> [UInt8] {
        var state = EncodingState(style: .storage)
        defer { state.deallocate() }
        JSONEncoding.write(self, to: &state)
        return [UInt8](state.written)
    }
}
