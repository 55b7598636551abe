/// The properties that distinguish the alternatives of a union: the JSON type, constants, required and known keys, and
/// as many nested values as necessary.
public indirect enum UnionShape: Hashable, Sendable {
    /// Any string of these lengths.
    case text(minLength: Int?, maxLength: Int?)
    /// Strings in a format; others match a sibling that accepts any string.
    case dateTime, date, uuid
    /// Matches only these scalars; others match a sibling that accepts any of the type.
    case constants([LiteralValue])
    /// Matches these scalars best and others of their type too: an open enum.
    case likely([LiteralValue])
    /// A whole number in the range of the type.
    case integer(ScalarType)
    case number
    case boolean
    case null
    /// `null`, or a value with the other shape.
    case optional(UnionShape)
    /// A nested union.
    case oneOf([UnionShape])
    /// An array, distinguished from others by its elements where their shape is known.
    case array(of: UnionShape?)
    /// An array with a shape for each position; the first `required` of them must be present.
    case tuple(items: [UnionShape], required: Int, rest: UnionShape?)
    case object(ObjectShape)
    /// Any value.
    case any

    /// Any string.
    public static var string: UnionShape { .text(minLength: nil, maxLength: nil) }

    /// A member that must have one of these values: `type` is `"card"`.
    public struct Constant: Hashable, Sendable {
        public var key: String
        /// Usually one; several for an enum.
        public var values: [LiteralValue]

        public init(key: String, values: [LiteralValue]) {
            self.key = key
            self.values = values
        }
    }
}
