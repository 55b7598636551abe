internal import ApusJSON

extension JSONValue: APIValue {
    /// Reads any value.
    public init(from value: inout ValueReader) {
        self = value.isReadable ? JSONTree.build(value.state.pointee, at: value.index) : .null
    }

    /// Writes the value; numbers as their text.
    public func write(to value: inout ValueWriter) {
        switch self {
        case .null: value.writeNull()
        case .bool(let flag): value.writeBool(flag)
        case .number(let number): Self.write(number, to: &value)
        case .string(let text): value.writeString(text)
        case .array(let elements): value.writeArray(elements)
        case .object(let members): Self.write(members, to: &value)
        }
    }

    private static func write(_ number: JSONNumber, to value: inout ValueWriter) {
        value.state.pointee.append(plain: value.state.pointee.style == .identity ? number.canonicalText : number.text)
    }

    private static func write(_ object: JSONObject, to value: inout ValueWriter) {
        guard value.enter() else { return }
        value.state.pointee.append(UInt8(ascii: "{"))
        let isIdentity = value.state.pointee.style == .identity
        var isFirst = true
        let taken = value.state.pointee.takePending()
        let replaced = value.state.pointee.discriminators[taken]
        for member in replaced {
            if !isFirst { value.separate() }
            isFirst = false
            value.state.pointee.appendString(member.name)
            value.state.pointee.append(UInt8(ascii: ":"))
            value.state.pointee.appendString(member.value)
        }
        for member in isIdentity ? sorted(object) : Array(object) {
            if replaced.contains(where: { $0.name.description == member.key }) { continue }
            if !isFirst { value.separate() }
            isFirst = false
            value.state.pointee.appendString(member.key)
            value.state.pointee.append(UInt8(ascii: ":"))
            member.value.write(to: &value)
        }
        value.state.pointee.append(UInt8(ascii: "}"))
        value.leave()
    }

    private static func sorted(_ object: JSONObject) -> [JSONObject.Member] {
        object.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    }
}

extension JSONValue {
    /// The tree that a value writes: for parameters, forms and other formats that are built from members.
    public init<T: APIValue>(encoding value: T, for purpose: EncodingPurpose = .storage) throws(EncodingProblem) {
        let bytes = try JSONEncoding.encode(value, for: purpose)
        do {
            self = try JSONDecoding.decode(JSONValue.self, from: bytes)
        } catch {
            // Writers check depth and numbers, so what they wrote is JSON, except for values of the adopter's own.
            throw EncodingProblem(path: error.path, reason: .unrepresentable(error.description))
        }
    }

    /// Reads this tree as a model.
    public func decode<T: APIValue>(_ type: T.Type = T.self) throws(DecodingProblem) -> T {
        try JSONDecoding.decode(type, from: serialized())
    }

    /// Reads a tree whose scalars are all strings, as forms and XML have them: `"5"` is read as 5 where the model says integer.
    func decode<T: APIValue>(textualAs type: T.Type) throws(DecodingProblem) -> T {
        let bytes = serialized()
        return try bytes.withUnsafeBufferPointer { (buffer) throws(DecodingProblem) in
            try JSONDecoding.decode(type, from: buffer, scalars: .text)
        }
    }

    /// A tree that is too deep becomes one with nulls, and then fails to fit with a path.
    private func serialized() -> [UInt8] {
        var state = EncodingState(style: .storage)
        defer { state.deallocate() }
        JSONEncoding.write(self, to: &state)
        return [UInt8](state.written)
    }
}
