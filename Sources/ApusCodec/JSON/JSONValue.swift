/// Any JSON value. The value is lossless: members keep their order and numbers their text.
public enum JSONValue: Sendable {
    case null
    case bool(Bool)
    case number(JSONNumber)
    case string(String)
    case array([JSONValue])
    case object(JSONObject)
}

extension JSONValue {
    /// Whether this is `null`.
    public var isNull: Bool { if case .null = self { true } else { false } }

    /// The boolean, if it is one.
    public var bool: Bool? { if case .bool(let value) = self { value } else { nil } }

    /// The number, if it is one.
    public var number: JSONNumber? { if case .number(let value) = self { value } else { nil } }

    /// The number as `Int`, if it is a whole one in its range.
    public var int: Int? { number?.int }

    /// The number as the nearest `Double`, if it is one.
    public var double: Double? { number?.double }

    /// The string, if it is one.
    public var string: String? { if case .string(let value) = self { value } else { nil } }

    /// The elements, if it is an array.
    public var array: [JSONValue]? { if case .array(let value) = self { value } else { nil } }

    /// The members, if it is an object.
    public var object: JSONObject? { if case .object(let value) = self { value } else { nil } }

    /// The member of an object: `value["contact"]?["name"]`. Setting a member of `null` makes it an object; other
    /// values do not change.
    public subscript(key: String) -> JSONValue? {
        get { object?[key] }
        set {
            switch self {
            case .object(var members):
                members[key] = newValue
                self = .object(members)
            case .null:
                var members = JSONObject()
                members[key] = newValue
                self = .object(members)
            default: break
            }
        }
    }

    /// The element of an array; nil outside its bounds.
    public subscript(index: Int) -> JSONValue? {
        guard let array, array.indices.contains(index) else { return nil }
        return array[index]
    }
}
