/// The known values of an enumeration by their raw values; strings by their bytes.
@_documentation(visibility: internal)
public struct RawValueTable<Value: APIEnum>: Sendable {
    private let texts: [ByteText: Value]
    private let others: [Value.RawValue: Value]

    init() {
        var texts: [ByteText: Value] = [:]
        var others: [Value.RawValue: Value] = [:]
        for value in Value.allCases {
            let raw = value.rawValue
            if let text = RawValues.text(raw) {
                if texts[ByteText(text)] == nil { texts[ByteText(text)] = value }
            } else if others[raw] == nil {
                others[raw] = value
            }
        }
        self.texts = texts
        self.others = others
    }

    /// The value with the given raw value; nil for an unknown one.
    public subscript(rawValue: Value.RawValue) -> Value? {
        if let text = RawValues.text(rawValue) { return texts[ByteText(text)] }
        return others[rawValue]
    }
}

/// Compares raw values of any type, strings by their bytes.
enum RawValues {
    /// nil for a value that is not a string.
    @inline(__always)
    static func text<Value>(_ value: Value) -> String? {
        // An unchecked cast to the actual type; `as?` takes ten times as long in generic code.
        Value.self == String.self ? unsafeBitCast(value, to: String.self) : nil
    }

    static func areEqual<Value: Equatable>(_ left: Value, _ right: Value) -> Bool {
        guard let first = text(left), let second = text(right) else { return left == right }
        return first.isSame(as: second)
    }

    static func hash<Value: Hashable>(_ value: Value, into hasher: inout Hasher) {
        if let text = text(value) { ByteText(text).hash(into: &hasher) } else { value.hash(into: &hasher) }
    }
}
