/// What tells one alternative of a union from the others, where no discriminator does.
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

    /// Anything; fits worst.
    public static let any = UnionAlternative(shape: .any)
    /// `null`.
    public static let null = UnionAlternative(shape: .null)
    /// `true` or `false`.
    public static let boolean = UnionAlternative(shape: .boolean)
    /// Any number; an integer fits `integer` better.
    public static let number = UnionAlternative(shape: .number)
    /// Any string; one of the formats below fits better.
    public static let string = UnionAlternative(shape: .string(minLength: 0, maxLength: .max))
    /// A string in the form of RFC 3339 `date-time`.
    public static let dateTime = UnionAlternative(shape: .dateTime)
    /// A string in the form of RFC 3339 `full-date`.
    public static let date = UnionAlternative(shape: .date)
    /// A string in the form of RFC 9562.
    public static let uuid = UnionAlternative(shape: .uuid)
    /// Any array.
    public static let array = UnionAlternative(shape: .array(of: nil))

    /// A string, best of one these lengths, in code points.
    public static func string(minLength: Int = 0, maxLength: Int = .max) -> UnionAlternative {
        UnionAlternative(shape: .string(minLength: minLength, maxLength: maxLength))
    }

    /// An array whose elements all fit `element`; an empty array fits too.
    public static func array(of element: UnionAlternative) -> UnionAlternative {
        UnionAlternative(shape: .array(of: element))
    }

    /// An array whose places have shapes of their own: `required` of them must be there, and what follows has to fit `rest`.
    public static func tuple(
        items: [UnionAlternative], required: Int = 0, rest: UnionAlternative? = nil
    ) -> UnionAlternative {
        UnionAlternative(shape: .tuple(items: items, required: required, rest: rest))
    }

    /// One of these scalars: an `enum` or a `const`.
    public static func constants(_ values: [JSONValue]) -> UnionAlternative {
        UnionAlternative(shape: .constants(values))
    }

    /// A scalar of the type of these, best one of them: an `enum` where new values are expected.
    public static func likely(_ values: [JSONValue]) -> UnionAlternative {
        UnionAlternative(shape: .likely(values))
    }

    /// `null`, or what the other fits.
    public static func optional(_ alternative: UnionAlternative) -> UnionAlternative {
        UnionAlternative(shape: .optional(alternative))
    }

    /// What one of several fits: a union inside the union.
    public static func oneOf(_ alternatives: [UnionAlternative]) -> UnionAlternative {
        UnionAlternative(shape: .oneOf(alternatives))
    }

    /// An object that has all `required` members and no other value where a constant is named; the more members are
    /// `known` (and the fewer are not), the better it fits. Several values that a constant may have are an array.
    ///
    /// - Parameters:
    ///   - required: Members that an object must have.
    ///   - known: Members that speak for this alternative.
    ///   - constants: The only values that members may have, where they are there.
    ///   - members: What members have to fit where they are there; `null` counts as absent where a member is not required.
    ///   - values: What members without a name have to fit.
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
    /// The names of all members that it knows.
    let names: Set<ByteText>
    let constants: [ByteText: JSONValue]
    let members: [ByteText: UnionAlternative]
    let values: UnionAlternative?
}
