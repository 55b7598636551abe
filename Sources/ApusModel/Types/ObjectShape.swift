/// The objects that fit an alternative of a union.
public struct ObjectShape: Hashable, Sendable {
    /// Members that must be there.
    public var required: [String]
    /// Members that have a name; the more of a value's members do, the better it fits.
    public var known: [String]
    public var constants: [UnionShape.Constant]
    /// Members that have to fit where they are there.
    public var members: [Member]
    /// What members without a name have to fit.
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
