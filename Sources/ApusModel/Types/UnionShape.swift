/// By what the alternatives of a union are told apart: the JSON type, constants, required and known keys, and as much of what stands
/// deeper as is needed.
public indirect enum UnionShape: Hashable, Sendable {
    /// Any string of these lengths.
    case text(minLength: Int?, maxLength: Int?)
    /// Strings of a form; others fall to a sibling that takes any string.
    case dateTime, date, uuid
    /// Fits only these scalars; others fall to a sibling that takes any of the type.
    case constants([LiteralValue])
    /// Fits these scalars best and others of their type, too: an open enum.
    case likely([LiteralValue])
    /// A whole number that the type holds.
    case integer(ScalarType)
    case number
    case boolean
    case null
    /// `null`, or what the other fits.
    case optional(UnionShape)
    /// A union inside the union.
    case oneOf([UnionShape])
    /// An array, told from others by its elements where their shape is known.
    case array(of: UnionShape?)
    /// An array whose places have shapes of their own; `required` of them must be there.
    case tuple(items: [UnionShape], required: Int, rest: UnionShape?)
    case object(ObjectShape)
    /// Anything at all.
    case any

    /// Any string.
    public static var string: UnionShape { .text(minLength: nil, maxLength: nil) }

    /// A member that must have this value: `type` is `"card"`.
    public struct Constant: Hashable, Sendable {
        public var key: String
        /// Usually one; several for an enum in that place.
        public var values: [LiteralValue]

        public init(key: String, values: [LiteralValue]) {
            self.key = key
            self.values = values
        }
    }
}
