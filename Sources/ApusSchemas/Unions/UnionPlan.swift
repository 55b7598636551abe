public import ApusSpec

/// The form that a list of alternatives has once null and repeated alternatives are removed.
public enum UnionPlan {
    /// No alternative restricts the value.
    case anything
    /// One schema has all values of the list.
    case single(Schema)
    /// Alternatives that are only constants.
    case enumeration(JoinedEnum)
    case alternatives([UnionAlternative])
}

/// An alternative of a union, with the keywords beside the list.
public struct UnionAlternative {
    public let schema: Schema
    /// The component that the list refers to, whose keywords are a part of ``schema``; nil for an inline alternative, and for one
    /// that is a reference itself.
    public let component: SchemaID?
    /// The name of that component.
    public let name: String?

    public init(_ schema: Schema, component: SchemaID? = nil, name: String? = nil) {
        self.schema = schema
        self.component = component
        self.name = name
    }
}

/// One enum instead of several alternatives.
public struct JoinedEnum {
    /// The description of one value.
    public struct Value {
        public let name: String?
        public let documentation: String?
    }

    /// The owner of the alternatives, with their values as its enum.
    public let schema: FlatSchema
    /// In the order of the enum.
    public let values: [Value]
}
