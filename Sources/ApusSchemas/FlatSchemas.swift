public import ApusSource
public import ApusSpec

/// The flat schemas of a document: references are followed, and `allOf` is merged.
///
/// Each is made when it is first asked for, and never changes afterwards. Nothing here depends on Swift.
public final class FlatSchemas {
    public let document: Document
    public let names: ComponentNames
    public let inheritance: Inheritance
    let log: DiagnosticLog
    private let tags: DiscriminatorTags
    var derived = DerivedSchemas()
    /// The components that derived schemas are a form of.
    var components: [SchemaID: SchemaID] = [:]

    /// Results of ``merge(_:)``.
    var merged: [SchemaID: FlatSchema] = [:]
    /// The schemas whose merge is in progress, each a part of the one before it.
    var merging: Set<SchemaID> = []
    /// Members and alternatives of all merged schemas, and their limit for documents in which many schemas extend a
    /// large one: each has a copy. Real documents stay below one for each 170 bytes.
    var copiedTotal = 0
    let copiedBudget: Int
    /// The alternatives that a base lists, for the schemas that extend it.
    var alternativesOfBases: [SchemaID: Set<SchemaID>] = [:]
    /// Results of ``isNullable(_:)`` for schemas that others refer to.
    var nullability: [SchemaID: Bool] = [:]

    /// Schemas that extend each other beyond this depth are not merged. Real documents stay below 20.
    static let depthLimit = 96

    /// - Parameters:
    ///   - byteCount: The size of the document's files, which bounds the copies of inherited members.
    ///   - log: Receives the contradictions that merging finds.
    public init(_ document: Document, byteCount: Int, log: DiagnosticLog) {
        self.document = document
        self.log = log
        names = ComponentNames(document)
        inheritance = Inheritance(document)
        tags = DiscriminatorTags(document, inheritance, names)
        copiedBudget = 20_000 + byteCount / 64
    }

    /// The schema without references and without `allOf`.
    public func flatten(_ schema: Schema) -> FlatSchema {
        merge(document.resolve(schema))
    }

    /// A base as a type of its own, beside the schemas that extend it.
    public func withoutChildren(_ base: FlatSchema) -> FlatSchema {
        var parts = SchemaParts(copying: base)
        parts.discriminator = nil
        parts.id = derived.id(.own, of: base.id)
        components[parts.id] = base.id
        return FlatSchema(Schema(parts))
    }

    /// The values that discriminators require of a schema's members, by the names of the members.
    public func tags(of schema: FlatSchema) -> [String: SourceNode]? {
        tags[components[schema.id] ?? schema.id]
    }

    /// The identity of the schema that a reference leads to in the end.
    public func end(of schema: Schema) -> SchemaID {
        document.resolve(schema).id
    }
}
