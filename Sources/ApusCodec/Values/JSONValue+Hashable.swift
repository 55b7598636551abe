extension JSONValue: Hashable {
    /// Numbers compare by value, strings by their bytes, objects whatever the order of their members.
    public static func == (left: JSONValue, right: JSONValue) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.bool(let first), .bool(let second)): first == second
        case (.number(let first), .number(let second)): first == second
        case (.string(let first), .string(let second)): first.isSame(as: second)
        case (.array, .array), (.object, .object): EncodingIdentity.areEqual(left, right)
        default: false
        }
    }

    /// Hashes what equality compares.
    public func hash(into hasher: inout Hasher) { EncodingIdentity.hash(self, into: &hasher) }
}

extension JSONValue: CustomStringConvertible {
    /// Compact JSON.
    public var description: String { String(decoding: serialized(), as: UTF8.self) }
}
