/// What tells one alternative of a union from the others, where no discriminator does.
public struct UnionAlternative: Sendable {
    enum Shape: Sendable {
        case any, null, boolean, integer, number, string, dateTime, date, uuid
        case constants([JSONValue])
        indirect case array(of: UnionAlternative?)
        case object(required: [String], names: Set<String>, constants: [String: JSONValue])
    }

    let shape: Shape

    /// Anything; fits worst.
    public static let any = UnionAlternative(shape: .any)
    /// `null`.
    public static let null = UnionAlternative(shape: .null)
    /// `true` or `false`.
    public static let boolean = UnionAlternative(shape: .boolean)
    /// A number without fraction.
    public static let integer = UnionAlternative(shape: .integer)
    /// Any number; an integer fits `integer` better.
    public static let number = UnionAlternative(shape: .number)
    /// Any string; one of the formats below fits better.
    public static let string = UnionAlternative(shape: .string)
    /// A string in the form of RFC 3339 `date-time`.
    public static let dateTime = UnionAlternative(shape: .dateTime)
    /// A string in the form of RFC 3339 `full-date`.
    public static let date = UnionAlternative(shape: .date)
    /// A string in the form of RFC 9562.
    public static let uuid = UnionAlternative(shape: .uuid)
    /// Any array.
    public static let array = UnionAlternative(shape: .array(of: nil))

    /// An array whose first element fits `element`; an empty array fits too.
    public static func array(of element: UnionAlternative) -> UnionAlternative {
        UnionAlternative(shape: .array(of: element))
    }

    /// One of these scalars: an `enum` or a `const`.
    public static func constants(_ values: [JSONValue]) -> UnionAlternative {
        UnionAlternative(shape: .constants(values))
    }

    /// An object that has all `required` members and no other value where a constant is named; the more members are
    /// `known` (and the fewer are not), the better it fits. Several values that a constant may have are an array.
    public static func object(
        required: [String] = [], known: [String] = [], constants: [String: JSONValue] = [:]
    ) -> UnionAlternative {
        let names = Set(known).union(required).union(constants.keys)
        return UnionAlternative(shape: .object(required: required, names: names, constants: constants))
    }
}
