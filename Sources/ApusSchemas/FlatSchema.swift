public import ApusSource
public import ApusSpec

/// A schema without references and without `allOf`. Only ``FlatSchemas`` makes one.
public struct FlatSchema: Sendable {
    /// The keywords that hold together; ``Schema/reference`` is nil, and ``Schema/allOf`` is empty.
    public let keywords: Schema

    init(_ keywords: Schema) {
        self.keywords = keywords
    }
}

// The keywords of a flat schema. Each is written out, since a look-up by key path is slow.
extension FlatSchema {
    public var id: SchemaID { keywords.id }
    public var nameMark: SourceMark { keywords.nameMark }
    public var boolean: Bool? { keywords.boolean }
    public var types: [SchemaType] { keywords.types }
    public var isNullable: Bool { keywords.isNullable }
    public var format: String? { keywords.format }
    public var content: SchemaContent { keywords.content }
    public var enumeration: [SourceNode]? { keywords.enumeration }
    public var const: SourceNode? { keywords.const }
    public var defaultValue: SourceNode? { keywords.defaultValue }
    public var object: ObjectKeywords { keywords.object }
    public var array: ArrayKeywords { keywords.array }
    public var limits: LimitKeywords { keywords.limits }
    public var anyOf: [Schema] { keywords.anyOf }
    public var oneOf: [Schema] { keywords.oneOf }
    public var not: Schema? { keywords.not }
    public var conditional: ConditionalKeywords? { keywords.conditional }
    public var furtherConstraints: [Schema] { keywords.furtherConstraints }
    public var discriminator: Discriminator? { keywords.discriminator }
    public var xml: XMLObject? { keywords.xml }
    public var isReadOnly: Bool { keywords.isReadOnly }
    public var isWriteOnly: Bool { keywords.isWriteOnly }
    public var examples: [SourceNode] { keywords.examples }
    public var oneOfOnlyDemands: Bool { keywords.oneOfOnlyDemands }
}

// The properties that depend on these keywords alone.
extension FlatSchema {
    public var inferredType: SchemaType? { keywords.inferredType }
    public var hasAlternatives: Bool { keywords.hasAlternatives }
    public var hasMembers: Bool { keywords.hasMembers }
    public var hasNamedMembers: Bool { keywords.hasNamedMembers }
    public var isFreeObject: Bool { keywords.isFreeObject }
    public var isModel: Bool { keywords.isModel }
    public var isNullAlternative: Bool { keywords.isNullAlternative }
    public var isIntegerOrString: Bool { keywords.isIntegerOrString }
    public var onlyValue: SourceNode? { keywords.onlyValue }
    public var demandCount: Int { keywords.demandCount }
    public var ownDiscriminatorValue: String? { keywords.ownDiscriminatorValue }
}
