extension JSONValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByFloatLiteral, ExpressibleByStringLiteral, ExpressibleByStringInterpolation,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    /// `nil` is `null`.
    public init(nilLiteral: ()) { self = .null }

    /// `true`
    public init(booleanLiteral value: Bool) { self = .bool(value) }

    /// `5`
    public init(integerLiteral value: Int) { self = .number(JSONNumber(value)) }

    /// `0.5`
    public init(floatLiteral value: Double) { self = .number(JSONNumber(floatLiteral: value)) }

    /// `"text"`
    public init(stringLiteral value: String) { self = .string(value) }

    /// `[1, "two"]`
    public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }

    /// `["name": "Ada"]`
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(JSONObject(elements.map { JSONObject.Member(key: $0.0, value: $0.1) }))
    }
}
