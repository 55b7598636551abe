public import ApusSource
public import ApusSpec

/// Properties of a schema that depend on no other schema.
extension Schema {
    /// Only `$ref` and annotations.
    public var isPlainReference: Bool {
        reference != nil && !hasOwnShape
    }

    /// Whether any keyword next to `$ref` and `allOf` affects the type or adds constraints.
    public var hasOwnShape: Bool {
        hasShapeBeyondType || !types.isEmpty
    }

    /// ``hasOwnShape`` without `type`, which authors repeat next to a reference.
    public var hasShapeBeyondType: Bool {
        boolean != nil || format != nil || enumeration != nil || const != nil || hasAlternatives || hasMembers
            || array.items != nil || !array.prefixItems.isEmpty
    }

    /// Whether `oneOf` or `anyOf` affect the type: `anyOf: [{required: [a]}, {required: [b]}]` only adds requirements.
    public var hasAlternatives: Bool { !oneOfOnlyDemands || !anyOfOnlyDemands }

    /// Whether no keyword affects the type; see ``hasDemands``.
    public var saysNothing: Bool {
        !hasOwnShape && reference == nil && allOf.isEmpty && !isNullable && discriminator == nil && !isReadOnly
            && !isWriteOnly
    }

    /// How many members, alternatives and demands a copy of it has. A required name without a property is a member too.
    var copiedCount: Int {
        max(object.properties.count, object.required.count) + object.patternProperties.count
            + object.dependentRequired.count + object.dependentSchemas.count + oneOf.count + anyOf.count
            + furtherConstraints.count
    }

    /// How many demands beside those of its members are written for `validate()`.
    public var demandCount: Int {
        (oneOfOnlyDemands ? oneOf.count : 0) + (anyOfOnlyDemands ? anyOf.count : 0) + furtherConstraints.count
            + object.patternProperties.count + object.dependentRequired.count + object.dependentSchemas.count
    }

    /// Whether it has keywords about the members of an object.
    public var hasMembers: Bool {
        !object.properties.isEmpty || !object.required.isEmpty || object.additionalProperties != nil
            || !object.patternProperties.isEmpty || object.unevaluatedProperties != nil
    }

    /// Only null fits: `type: null`, which is read as `const: null`, or an enum of null.
    public var isNullOnly: Bool {
        const?.isNull ?? (enumeration?.count == 1 && enumeration?[0].isNull == true)
    }

    /// `const`, or the single value of an `enum` of booleans.
    public var onlyValue: SourceNode? {
        const ?? enumeration.flatMap { $0.count == 1 && $0[0].boolean != nil ? $0[0] : nil }
    }

    /// The null alternative of a union, which OpenAPI 3.0 can only write as `{nullable: true}`. Elsewhere that schema
    /// accepts any value.
    public var isNullAlternative: Bool {
        isNullOnly || isNullable && !hasOwnShape && reference == nil && allOf.isEmpty
    }

    /// Whether it has constraints that do not affect the type and that ``saysNothing`` ignores: limits, `not`, `if` and
    /// similar keywords.
    public var hasDemands: Bool {
        !limits.isEmpty || not != nil || conditional != nil || array.contains != nil || array.unevaluatedItems != nil
            || object.propertyNames != nil || !object.dependentRequired.isEmpty || !object.dependentSchemas.isEmpty
            || !oneOf.isEmpty || !anyOf.isEmpty || !furtherConstraints.isEmpty
    }

    /// A single value described in this schema: no reference, no members, no alternatives.
    public var isPlainValue: Bool {
        reference == nil && allOf.isEmpty && oneOf.isEmpty && anyOf.isEmpty && !hasMembers && array.items == nil
            && array.prefixItems.isEmpty
    }

    /// Has its own discriminator but no alternatives: the schemas that extend it are the alternatives.
    public var isDiscriminatedBase: Bool {
        discriminator != nil && oneOf.isEmpty && anyOf.isEmpty
    }

    /// The declared type, or the one implied by the other keywords (JSON Schema 2020-12, section 6.1 leaves it open).
    public var inferredType: SchemaType? {
        if let type = types.first { return type }
        if hasMembers || speaksOfMembers { return .object }
        if array.items != nil || !array.prefixItems.isEmpty || speaksOfElements { return .array }
        // `format: int32` is more specific than a pattern, which may apply to the number's text.
        if let type = format.flatMap({ FormatTypes.inferred[$0] }) { return type }
        if limits.pattern != nil || limits.minLength != nil || limits.maxLength != nil { return .string }
        if content.encoding != nil { return .string }
        let bounds = [limits.minimum, limits.maximum, limits.exclusiveMinimum, limits.exclusiveMaximum]
        return limits.multipleOf != nil || bounds.contains { $0 != nil } ? .number : nil
    }

    /// Whether a number and a text are equivalent here, by format or, without a `type`, by an extension.
    public var isIntegerOrString: Bool {
        if format == "int-or-string" { return true }
        return types.isEmpty && !hasAlternatives && extensions["x-kubernetes-int-or-string"]?.boolean == true
    }

    private var speaksOfMembers: Bool {
        object.propertyNames != nil || limits.minProperties != nil || limits.maxProperties != nil
            || !object.dependentRequired.isEmpty || !object.dependentSchemas.isEmpty
    }

    private var speaksOfElements: Bool {
        limits.minItems != nil || limits.maxItems != nil || limits.uniqueItems || array.contains != nil
            || array.unevaluatedItems != nil
    }
}
