/// The objects that fit an alternative of a union.
public struct ObjectShape: Hashable, Sendable {
    /// Required members.
    public var required: [String]
    /// Named members; the more of them a value has, the better it fits.
    public var known: [String]
    public var constants: [UnionShape.Constant]
    /// The forms of members, where they are present.
    public var members: [Member]
    /// The form of members without a name.
    public var values: UnionShape?

    public struct Member: Hashable, Sendable {
        public var key: String
        public var shape: UnionShape

        public init(key: String, shape: UnionShape) {
            self.key = key
            self.shape = shape
        }
    }

    public init(
        required: [String] = [], known: [String] = [], constants: [UnionShape.Constant] = [], members: [Member] = [],
        values: UnionShape? = nil
    ) {
        self.required = required
        self.known = known
        self.constants = constants
        self.members = members
        self.values = values
    }
}
