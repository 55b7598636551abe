public import ApusSource

/// An OpenAPI document in the form of OpenAPI 3.2, whatever version the file has.
///
/// Swagger 2.0 and OpenAPI 3.0 and 3.1 are upgraded while they are read, so that no later stage depends on a version.
/// References are resolved: path items, parameters, bodies, responses and similar objects are copied to their uses,
/// schemas are found by ``SchemaID``.
public struct Document: Sendable {
    /// The version that the file declared, for messages only.
    public var version: SpecVersion
    public var info: Info
    public var servers: [Server]
    /// In the order of the file.
    public var paths: [PathItem]
    /// Named by the key under `webhooks` (3.1).
    public var webhooks: [PathItem]
    /// The default security of operations without their own. `nil` means the document declares none.
    public var security: [SecurityRequirement]?
    public var securitySchemes: [SecurityScheme]
    public var tags: [Tag]
    public var externalDocs: ExternalDocumentation?
    /// The schemas under `components/schemas` (`definitions` in Swagger 2.0), in the order of the file.
    public var namedSchemas: [NamedSchema]
    /// Every schema that was read, by its location: components, inline ones, and targets of references in other files.
    public var schemas: [SchemaID: Schema] {
        didSet { resolveReferences() }
    }
    /// The final targets of references to references, so that long chains are followed once.
    private var ends: [SchemaID: Schema] = [:]
    public var extensions: Extensions
    /// The root file, with its path from the command line or the workspace.
    public var root: SourceFileID

    public init(version: SpecVersion, info: Info, root: SourceFileID) {
        self.version = version
        self.info = info
        self.root = root
        servers = []
        paths = []
        webhooks = []
        securitySchemes = []
        tags = []
        namedSchemas = []
        schemas = [:]
        extensions = Extensions()
    }

    /// Follows `$ref` from schema to schema until one that is not only a reference; stops at a cycle or a missing
    /// target.
    public func resolve(_ schema: Schema) -> Schema {
        guard let target = schema.reference, let next = schemas[target] else { return schema }
        if next.reference == nil { return next }
        return ends[target] ?? walk(from: schema)
    }

    /// Computes the final target of every chain of references.
    private mutating func resolveReferences() {
        var ends: [SchemaID: Schema] = [:]
        for schema in schemas.values where schema.reference != nil {
            var chain: [SchemaID] = []
            var current = schema
            var end: Schema?
            var seen: Set<SchemaID> = [schema.id]
            while end == nil, let target = current.reference, let next = schemas[target] {
                chain.append(target)
                current = next
                end = ends[target] ?? (next.reference.flatMap { schemas[$0] } == nil ? next : nil)
                // A cycle has no final target; the representative depends on the entry point.
                if !seen.insert(target).inserted { break }
            }
            guard let end else { continue }
            for target in chain { ends[target] = end }
        }
        self.ends = ends
    }

    private func walk(from schema: Schema) -> Schema {
        var current = schema
        var seen: Set<SchemaID> = [schema.id]
        while let target = current.reference, let next = schemas[target], seen.insert(target).inserted {
            current = next
        }
        return current
    }
}

/// A schema with the name it has under `components/schemas`.
public struct NamedSchema: Sendable {
    public var name: String
    public var schema: Schema

    public init(name: String, schema: Schema) {
        self.name = name
        self.schema = schema
    }
}

/// The declared `major.minor` version of the specification.
public enum SpecVersion: String, Sendable, CaseIterable {
    case swagger2 = "2.0"
    case openAPI30 = "3.0"
    case openAPI31 = "3.1"
    case openAPI32 = "3.2"
}
