public import ApusSource

/// The parts of a ``Schema``, collected by the reader. The initial value of every member means an absent keyword.
public struct SchemaParts: Sendable {
    public var id: SchemaID
    public var mark: SourceMark
    /// See ``Schema/nameMark``.
    public var nameMark: SourceMark
    public var reference: SchemaID?
    public var referenceText: String?
    public var boolean: Bool?
    public var types: [SchemaType] = []
    public var isNullable = false
    public var format: String?
    public var content = SchemaContent()
    public var enumeration: [SourceNode]?
    public var const: SourceNode?
    public var defaultValue: SourceNode?
    public var object = ObjectKeywords()
    public var array = ArrayKeywords()
    public var limits = LimitKeywords()
    public var allOf: [Schema] = []
    public var anyOf: [Schema] = []
    public var oneOf: [Schema] = []
    public var not: Schema?
    public var conditional: ConditionalKeywords?
    /// See ``Schema/furtherConstraints``.
    public var furtherConstraints: [Schema] = []
    public var discriminator: Discriminator?
    public var xml: XMLObject?
    public var isReadOnly = false
    public var isWriteOnly = false
    public var isDeprecated = false
    public var title: String?
    public var summary: String?
    public var documentation: String?
    public var examples: [SourceNode] = []
    public var externalDocs: ExternalDocumentation?
    public var extensions = Extensions()
    public var unknownKeywords: [String] = []

    public init(id: SchemaID, mark: SourceMark) {
        self.id = id
        self.mark = mark
        nameMark = mark
    }
}
