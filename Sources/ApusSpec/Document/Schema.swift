public import ApusSource

/// The identity of a schema: the file and the JSON pointer (RFC 6901) inside it. Two schemas of a document are the same
/// exactly when their locations are equal.
public struct SchemaID: Hashable, Sendable {
    public let file: SourceFileID
    public let pointer: String
    /// 0 for a schema of the document. Other numbers distinguish the schemas that a later stage derives from the one at
    /// this location, such as an alternative merged with its owner.
    public let derivation: Int

    public init(file: SourceFileID, pointer: String, derivation: Int = 0) {
        self.file = file
        self.pointer = pointer
        self.derivation = derivation
    }
}

/// A Schema Object of JSON Schema 2020-12 as OpenAPI 3.1 and later use it. Earlier versions are converted while
/// reading: `nullable` and `x-nullable` become ``isNullable``, boolean `exclusiveMinimum` becomes a number, `example`
/// joins ``examples``.
///
/// A class, because documents contain tens of thousands of schemas that several owners share; it never changes after
/// reading.
public final class Schema: Sendable {
    public let id: SchemaID
    public let mark: SourceMark
    /// The location of the schema's key, for messages about the whole schema; ``mark`` where it has none.
    public let nameMark: SourceMark
    /// The target of `$ref` (or of a static `$dynamicRef`). Keywords next to it are annotations: in 3.1, constraints
    /// have become an `allOf` with the reference; in 3.0, which ignores them, they are dropped.
    public let reference: SchemaID?
    /// The written reference, for messages and names.
    public let referenceText: String?
    /// `true` or `false` where the schema is a boolean.
    public let boolean: Bool?
    /// The types in document order, without `null` (see ``isNullable``). Empty where no type is declared, and for
    /// `type: "null"`, which is read as `const: null`.
    public let types: [SchemaType]
    public let isNullable: Bool
    public let format: String?
    public let content: SchemaContent
    /// `enum`, in document order; may contain null.
    public let enumeration: [SourceNode]?
    public let const: SourceNode?
    public let defaultValue: SourceNode?
    public let object: ObjectKeywords
    public let array: ArrayKeywords
    public let limits: LimitKeywords
    public let allOf: [Schema]
    public let anyOf: [Schema]
    public let oneOf: [Schema]
    public let not: Schema?
    public let conditional: ConditionalKeywords?
    /// For merged schemas: further constraints that no keyword can express, such as a second `not`.
    public let besides: [Schema]
    public let discriminator: Discriminator?
    public let xml: XMLObject?
    public let isReadOnly: Bool
    public let isWriteOnly: Bool
    public let isDeprecated: Bool
    public let title: String?
    public let summary: String?
    public let documentation: String?
    public let examples: [SourceNode]
    public let externalDocs: ExternalDocumentation?
    public let extensions: Extensions
    /// Keywords that the specification of the document's version does not define.
    public let unknownKeywords: [String]
    /// Whether no alternative of `oneOf` shapes the type: `oneOf: [{required: [a]}, {required: [b]}]` only demands something. True for none.
    ///
    /// Found out once for each schema, since whatever refers to it asks, and the alternatives may be thousands.
    public let oneOfOnlyDemands: Bool
    /// The same of `anyOf`.
    public let anyOfOnlyDemands: Bool

    public init(_ parts: SchemaParts) {
        id = parts.id
        mark = parts.mark
        nameMark = parts.nameMark
        reference = parts.reference
        referenceText = parts.referenceText
        boolean = parts.boolean
        types = parts.types
        isNullable = parts.isNullable
        format = parts.format
        content = parts.content
        enumeration = parts.enumeration
        const = parts.const
        defaultValue = parts.defaultValue
        object = parts.object
        array = parts.array
        limits = parts.limits
        allOf = parts.allOf
        anyOf = parts.anyOf
        oneOf = parts.oneOf
        not = parts.not
        conditional = parts.conditional
        besides = parts.besides
        discriminator = parts.discriminator
        xml = parts.xml
        isReadOnly = parts.isReadOnly
        isWriteOnly = parts.isWriteOnly
        isDeprecated = parts.isDeprecated
        title = parts.title
        summary = parts.summary
        documentation = parts.documentation
        examples = parts.examples
        externalDocs = parts.externalDocs
        extensions = parts.extensions
        unknownKeywords = parts.unknownKeywords
        oneOfOnlyDemands = parts.oneOf.allSatisfy(\.onlyAddsRequirements)
        anyOfOnlyDemands = parts.anyOf.allSatisfy(\.onlyAddsRequirements)
    }

    /// Demands members and says nothing else, as the alternatives of `anyOf: [{required: [a]}, {required: [b]}]` do.
    public var onlyAddsRequirements: Bool {
        guard reference == nil, allOf.isEmpty, oneOf.isEmpty, anyOf.isEmpty, enumeration == nil, const == nil else {
            return false
        }
        let hasOtherMembers = !object.properties.isEmpty || object.additionalProperties != nil
        let saysSomething = !object.required.isEmpty || not != nil || !object.dependentRequired.isEmpty
        return saysSomething && !hasOtherMembers && array.items == nil && (types.isEmpty || types == [.object])
    }
}

public enum SchemaType: String, Sendable, CaseIterable {
    case string, number, integer, boolean, array, object
    /// Swagger 2.0 `type: file`: the bytes of a body or a form part.
    case file
}
