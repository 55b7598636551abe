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
/// reading. Most of them have few keywords, and a document may be nothing but names and types, so the rarer keywords are
/// stored in groups that only the schemas with such a keyword have.
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
    public let isNullable: Bool
    public let isReadOnly: Bool
    public let isWriteOnly: Bool
    public let isDeprecated: Bool
    /// Whether no alternative of `oneOf` affects the type: `oneOf: [{required: [a]}, {required: [b]}]` only requires members. True for none.
    ///
    /// Computed once for each schema: every reference to it reads the value, and there may be thousands of alternatives.
    public let oneOfOnlyDemands: Bool
    /// The same of `anyOf`.
    public let anyOfOnlyDemands: Bool
    /// The types in document order, without `null` (see ``isNullable``). Empty where no type is declared, and for
    /// `type: "null"`, which is read as `const: null`.
    public let types: [SchemaType]
    public let format: String?
    public let allOf: [Schema]
    public let anyOf: [Schema]
    public let oneOf: [Schema]
    public let documentation: String?
    /// Keywords that most schemas do not have take no memory in them: nil where all are absent.
    private let structure: KeywordGroup<StructuralKeywords>?
    private let values: KeywordGroup<ValueKeywords>?
    private let limitKeywords: KeywordGroup<LimitKeywords>?
    private let annotations: KeywordGroup<AnnotationKeywords>?

    public init(_ parts: SchemaParts) {
        id = parts.id
        mark = parts.mark
        nameMark = parts.nameMark
        reference = parts.reference
        referenceText = parts.referenceText
        boolean = parts.boolean
        isNullable = parts.isNullable
        isReadOnly = parts.isReadOnly
        isWriteOnly = parts.isWriteOnly
        isDeprecated = parts.isDeprecated
        types = parts.types
        format = parts.format
        allOf = parts.allOf
        anyOf = parts.anyOf
        oneOf = parts.oneOf
        documentation = parts.documentation
        structure = KeywordGroup(StructuralKeywords(parts))
        values = KeywordGroup(ValueKeywords(parts))
        limitKeywords = KeywordGroup(parts.limits)
        annotations = KeywordGroup(AnnotationKeywords(parts))
        oneOfOnlyDemands = parts.oneOf.allSatisfy(\.onlyAddsRequirements)
        anyOfOnlyDemands = parts.anyOf.allSatisfy(\.onlyAddsRequirements)
    }

    public var object: ObjectKeywords { structure?.keywords.object ?? ObjectKeywords() }
    public var array: ArrayKeywords { structure?.keywords.array ?? ArrayKeywords() }
    public var not: Schema? { structure?.keywords.not }
    public var conditional: ConditionalKeywords? { structure?.keywords.conditional }
    /// For merged schemas: further constraints that no keyword can express, such as a second `not`.
    public var furtherConstraints: [Schema] { structure?.keywords.furtherConstraints ?? [] }
    public var discriminator: Discriminator? { structure?.keywords.discriminator }

    /// `enum`, in document order; may contain null.
    public var enumeration: [SourceNode]? { values?.keywords.enumeration }
    public var const: SourceNode? { values?.keywords.const }
    public var defaultValue: SourceNode? { values?.keywords.defaultValue }
    public var examples: [SourceNode] { values?.keywords.examples ?? [] }

    public var limits: LimitKeywords { limitKeywords?.keywords ?? LimitKeywords() }

    public var content: SchemaContent { annotations?.keywords.content ?? SchemaContent() }
    public var xml: XMLObject? { annotations?.keywords.xml }
    public var title: String? { annotations?.keywords.title }
    public var summary: String? { annotations?.keywords.summary }
    public var externalDocs: ExternalDocumentation? { annotations?.keywords.externalDocs }
    public var extensions: Extensions { annotations?.keywords.extensions ?? Extensions() }
    /// Keywords that the specification of the document's version does not define.
    public var unknownKeywords: [String] { annotations?.keywords.unknownKeywords ?? [] }

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
