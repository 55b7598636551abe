extension PropertyDecl {
    /// The type that the declaration has in Swift: ``type``, an optional of it, or `Nullable` of it. Storage, text and
    /// comparisons of a property are all derived from this type.
    public var declaredType: TypeRef {
        switch presence {
        case .required: type
        case .optional: defaultValue == nil || keepsNull ? type.asOptional : type
        case .nullable: type.asOptional
        case .explicit, .tristate: .tristate(type)
        }
    }

    /// Whether the initializer requires it.
    public var isDemanded: Bool {
        constant == nil && [.required, .nullable, .explicit].contains(presence)
    }

    /// Whether it is deprecated and may be omitted, so that the initializer has no parameter for it: users cannot avoid
    /// a member that an initializer requires, so only these members get the deprecation attribute.
    public var isWithheld: Bool {
        deprecation != nil && presence != .required && defaultValue == nil && constant == nil
    }
}

extension TupleDecl {
    /// The type of a position in Swift: that of the element, or an optional of it where the element may be absent.
    public func declaredType(at index: Int) -> TypeRef {
        if index < requiredCount { return items[index] }
        if case .tristate = items[index] { return items[index] }
        return items[index].asOptional
    }
}

extension TypeRef {
    /// An optional of an optional is one optional: absent and null are both nil.
    public var asOptional: TypeRef {
        if case .optional = self { self } else { .optional(self) }
    }
}
