extension SourceNode {
    /// The kind of the value, for messages: `a mapping`, `a string`, `null`.
    public var kindName: String {
        switch content {
        case .null: "null"
        case .boolean: "a boolean"
        case .number: "a number"
        case .string: "a string"
        case .sequence: "a sequence"
        case .mapping: "a mapping"
        }
    }

    public var isNull: Bool {
        if case .null = content { true } else { false }
    }

    public var boolean: Bool? {
        if case .boolean(let value) = content { value } else { nil }
    }

    public var number: SourceNumber? {
        if case .number(let value) = content { value } else { nil }
    }

    /// The value of a whole number in the range of `Int`.
    public var integer: Int? {
        number?.integer
    }

    public var string: String? {
        if case .string(let value) = content { value } else { nil }
    }

    public var sequence: [SourceNode]? {
        if case .sequence(let value) = content { value } else { nil }
    }

    public var mapping: SourceMapping? {
        if case .mapping(let value) = content { value } else { nil }
    }

    /// The member of a mapping; nil when absent or when the value is not a mapping.
    public subscript(_ key: String) -> SourceNode? {
        mapping?[key]
    }
}
