import ApusSource
public import ApusSpec

/// The kinds of objects, and what is a type of its own.
extension Schema {
    /// `type: object` without keywords about its members: frameworks write it where a value may be anything. Any JSON
    /// is accepted.
    public var isFreeObject: Bool {
        types == [.object] && !hasMembers && !hasDemands && boolean == nil && format == nil
    }

    /// Whether it has named members; otherwise it is a dictionary.
    public var hasNamedMembers: Bool {
        !object.properties.isEmpty || !object.required.isEmpty
    }

    /// Objects with named members and tuples are types of their own.
    public var isModel: Bool {
        switch inferredType {
        case .object: hasNamedMembers
        case .array: !array.prefixItems.isEmpty
        default: false
        }
    }

    /// The value that selects it without a mapping; Swagger 2.0 has no mapping, and these extensions are used instead.
    public var ownDiscriminatorValue: String? {
        if extensions.entries.isEmpty { return nil }
        return extensions["x-ms-discriminator-value"]?.string ?? extensions["x-discriminator-value"]?.string
    }
}

extension ObjectKeywords {
    /// Whether members without a declared name are forbidden.
    public var isClosed: Bool {
        if case .forbidden = additionalProperties ?? unevaluatedProperties { true } else { false }
    }
}
