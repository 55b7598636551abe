/// The form of one alternative of a union without a discriminator.
@_documentation(visibility: internal)
public struct UnionAlternative: Sendable {
    indirect enum Shape: Sendable {
        case any, null, boolean, number, dateTime, date, uuid
        case integer(least: Int64, most: UInt64)
        case string(minLength: Int, maxLength: Int)
        case constants([JSONValue])
        case likely([JSONValue])
        case optional(UnionAlternative)
        case oneOf([UnionAlternative])
        case array(of: UnionAlternative?)
        case tuple(items: [UnionAlternative], required: Int, rest: UnionAlternative?)
        case object(ObjectAlternative)
    }

    let shape: Shape

    /// Any value; the worst fit.
    public static let any = UnionAlternative(shape: .any)
    /// `null`.
    public static let null = UnionAlternative(shape: .null)
    /// `true` or `false`.
    public static let boolean = UnionAlternative(shape: .boolean)
    /// Any number; an integer fits `integer` better.
    public static let number = UnionAlternative(shape: .number)
    /// Any string; one of the formats below fits better.
    public static let string = UnionAlternative(shape: .string(minLength: 0, maxLength: .max))
    /// A string in RFC 3339 `date-time` format.
    public static let dateTime = UnionAlternative(shape: .dateTime)
    /// A string in RFC 3339 `full-date` format.
    public static let date = UnionAlternative(shape: .date)
    /// A string in RFC 9562 format.
    public static let uuid = UnionAlternative(shape: .uuid)
    /// Any array.
    public static let array = UnionAlternative(shape: .array(of: nil))

    /// A string, preferably with a length in this range, in code points.
    public static func string(minLength: Int = 0, maxLength: Int = .max) -> UnionAlternative {
        UnionAlternative(shape: .string(minLength: minLength, maxLength: maxLength))
    }

    /// An array whose elements all fit `element`; an empty array fits too.
    public static func array(of element: UnionAlternative) -> UnionAlternative {
        UnionAlternative(shape: .array(of: element))
    }

    /// An array with a form for each position: the first `required` of them must be present, and further elements must
    /// fit `rest`.
    public static func tuple(
        items: [UnionAlternative], required: Int = 0, rest: UnionAlternative? = nil
    ) -> UnionAlternative {
        UnionAlternative(shape: .tuple(items: items, required: required, rest: rest))
    }

    /// One of these scalars: an `enum` or a `const`.
    public static func constants(_ values: [JSONValue]) -> UnionAlternative {
        UnionAlternative(shape: .constants(values))
    }

    /// A scalar of the type of these values, preferably one of them: an `enum` that may gain values.
    public static func likely(_ values: [JSONValue]) -> UnionAlternative {
        UnionAlternative(shape: .likely(values))
    }

    /// `null`, or a value that fits `alternative`.
    public static func optional(_ alternative: UnionAlternative) -> UnionAlternative {
        UnionAlternative(shape: .optional(alternative))
    }

    /// A value that fits one of several alternatives: a nested union.
    public static func oneOf(_ alternatives: [UnionAlternative]) -> UnionAlternative {
        UnionAlternative(shape: .oneOf(alternatives))
    }

    /// An object that has all `required` members and no other value where a constant is given; the more members are
    /// `known` (and the fewer are not), the better it fits. Several allowed values of a constant are an array.
    ///
    /// - Parameters:
    ///   - required: Members that the object must have.
    ///   - known: Members that indicate this alternative.
    ///   - constants: The only values that members may have, where they are present.
    ///   - members: The forms of members, where they are present; `null` counts as absent where a member is not
    ///     required.
    ///   - values: The form of members without a name.
    public static func object(
        required: [String] = [], known: [String] = [], constants: [String: JSONValue] = [:],
        members: [String: UnionAlternative] = [:], values: UnionAlternative? = nil
    ) -> UnionAlternative {
        let names = Set((known + required + constants.keys + members.keys).map { ByteText($0) })
        return UnionAlternative(
            shape: .object(
                ObjectAlternative(
                    required: required.map { ByteText($0) }, names: names, constants: byBytes(constants),
                    members: byBytes(members), values: values)))
    }

    private static func byBytes<Value>(_ members: [String: Value]) -> [ByteText: Value] {
        Dictionary(members.map { (ByteText($0), $1) }, uniquingKeysWith: { $1 })
    }
}

/// The objects that fit an alternative.
struct ObjectAlternative: Sendable {
    let required: [ByteText]
    /// The names of all members that it declares.
    let names: Set<ByteText>
    let constants: [ByteText: JSONValue]
    let members: [ByteText: UnionAlternative]
    let values: UnionAlternative?
}
