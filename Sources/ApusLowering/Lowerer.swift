import ApusModel
import ApusSource
import ApusSpec

/// The state of one lowering. Its extensions contain the decisions, one file each: `Schemas/Lower….swift`,
/// `Operations/Lower….swift`.
///
/// Names are provisional (the document's own text) until the naming passes.
final class Lowerer {
    let document: Document
    let files: SourceFiles
    let options: LoweringOptions
    let settings: NameSettings
    let index: SchemaIndex
    let operationNames: GivenOperationNames
    let placeNames: PlaceNames
    let xml: XMLIndex
    var diagnostics = Diagnostics()
    var origins = Origins()

    /// The module's own declarations.
    var types: [TypeDecl] = []
    /// The declarations of the open owners, innermost last.
    var scopes: [DeclarationScope] = []
    /// Schemas whose declaration is in progress, with its identity: encountering one again is recursion.
    var running: [SchemaID: TypeID] = [:]
    /// Referenced schemas that are still to be declared at the top level, in order of discovery.
    var pending: [SchemaID] = []
    /// The identity and the provisional name of each top-level declaration.
    var topLevel: [SchemaID: Site] = [:]
    /// The provisional name of each top-level identity.
    var topLevelNames: [TypeID: String] = [:]
    /// Results of ``merge(_:)``.
    var merged: [SchemaID: Schema] = [:]
    var merging: Set<SchemaID> = []
    /// Results of ``isNullable(_:)`` for schemas that others refer to.
    var nullability: [SchemaID: Bool] = [:]
    /// Results of ``findLeaves(of:)``.
    var leavesOfUnions: [SchemaID: [Schema]?] = [:]
    /// The alternatives that a base lists, for the schemas that extend it.
    var alternativesOfBases: [SchemaID: Set<SchemaID>] = [:]
    /// Names of alternatives that were merged with their union's requirements.
    var alternativeNames: [SchemaID: String] = [:]
    /// The original component of such an alternative.
    var alternativeTargets: [SchemaID: SchemaID] = [:]
    /// The members in an example of a schema.
    var exampleMembers: [ExampleKey: [ObjectKeywords.Property]] = [:]
    /// Schemas of files in multipart bodies.
    private(set) lazy var fileParts = findFileParts()
    /// The defaults for the paging rules of operations.
    lazy var documentPaging = readDocumentPaging()
    var narrowings = Narrowings()
    var contentless = ContentlessResponses()
    var depth = 0
    var declarationCount = 0
    var declarationTotal = 0
    var mergedTotal = 0

    /// Inline schemas with deeper nesting become free-form JSON. Real documents stay below 20.
    static let depthLimit = 96
    /// Inline declarations of one owner; merging can multiply those of a hostile document without limit. Real ones stay
    /// below 300.
    static let declarationLimit = 2_000
    /// The limit of an owner after the whole document has exhausted its budget.
    static let smallDeclarationLimit = 50
    /// Inline declarations of the whole document, for documents in which many owners stay below their limit. Real
    /// documents declare less than one for each schema.
    let declarationBudget: Int

    /// Members and alternatives of all merged schemas, for documents in which many schemas extend a large one: each has
    /// a copy. Real documents stay below two for each schema.
    let mergedBudget: Int

    /// The constraints of what refers to a schema, by that schema; nil for none.
    var constraints: [SchemaID: String?] = [:]
    /// Schemas that were written as a whole; nil for those that cannot be.
    var wholes: [SchemaID: String?] = [:]
    /// Bytes of the long constraints that were written.
    var constraintTotal = 0
    /// A constraint is long from here on: whatever refers to a schema, or extends it, has a copy.
    static let longConstraint = 512
    /// The budget of all long constraints. One copy of each takes no more than the document does; the rest is for repeated uses.
    let constraintBudget: Int

    /// Alternatives of nested unions that are examined to distinguish one union from its siblings.
    static let leafLimit = 256
    /// All of these for one union; alternatives beyond accept any value.
    static let leafTotal = 2_000

    init(_ document: Document, files: SourceFiles, options: LoweringOptions) {
        self.document = document
        self.files = files
        self.options = options.withIDs(of: document)
        settings = NameSettings(self.options)
        operationNames = GivenOperationNames(document, settings)
        index = SchemaIndex(document, operationNames)
        placeNames = PlaceNames(document, files: files, index: index, operations: operationNames)
        declarationBudget = 1_000 + 4 * document.schemas.count
        mergedBudget = 20_000 + 8 * document.schemas.count
        let bytes = (0..<files.count).reduce(0) { $0 + files.bytes(of: SourceFileID(index: UInt32($1))).count }
        constraintBudget = (4 << 20) + 2 * bytes
        xml = XMLIndex(document)
    }

    func lowerDocument() -> APIModel {
        var model = APIModel(
            module: options.module, source: lowerSource(), client: lowerClient(), servers: lowerServers(),
            credentials: lowerCredentials())
        for named in document.namedSchemas { _ = reference(to: named.schema.id) }
        declarePending()
        lowerRules(into: &model.client)
        lowerOperations(into: &model)
        for diagnostic in narrowings.diagnostics { diagnostics.report(diagnostic) }
        if let found = contentless.diagnostic(isSwagger: document.version == .swagger2) { diagnostics.report(found) }
        lowerEvents(into: &model)
        declarePending()
        model.types = types
        checkSettings()
        return model
    }

    /// Declares referenced schemas until there are no new ones.
    func declarePending() {
        var next = 0
        while next < pending.count {
            declareTopLevel(pending[next])
            next += 1
        }
        pending.removeAll()
    }

    /// Runs `body` with a scope of its own and returns the declarations made in it.
    func collectNested<Result>(_ body: () -> Result) -> (result: Result, nested: [TypeDecl]) {
        scopes.append(DeclarationScope())
        let result = body()
        return (result, scopes.removeLast().types)
    }

    /// Adds a declaration to the innermost scope, or returns an equal one that exists already.
    func declare(_ decl: TypeDecl, at site: Site) -> TypeRef {
        declarationCount += 1
        declarationTotal += 1
        var decl = decl
        (decl.header.conformances, decl.header.attributes) = settings.additions(to: site.path, kind: decl.kind)
        guard let scope = scopes.indices.last else {
            types.append(decl)
            return .named(decl.header.id)
        }
        return .named(scopes[scope].declare(decl, isMember: site.isMember))
    }

    /// `#/components/schemas/pet`, or `models.yaml#/Pet` in another file than the document's; nil for a schema without
    /// a location.
    func pointer(to schema: Schema) -> String? {
        guard document.schemas[schema.id] != nil else { return nil }
        return (schema.id.file == document.root ? "" : pathBesideRoot(of: schema.id.file)) + "#" + schema.id.pointer
    }

    /// The path of a part, relative to the document's folder if it is inside.
    private func pathBesideRoot(of file: SourceFileID) -> String {
        let path = files.path(of: file)
        let folder = files.path(of: document.root).utf8
        guard let slash = folder.lastIndex(of: UInt8(ascii: "/")) else { return path }
        let prefix = folder[...slash]
        return path.utf8.starts(with: prefix) ? String(Substring(path.utf8.dropFirst(prefix.count))) : path
    }
}

extension TypeDecl {
    /// The word for its kind in `kind:struct`.
    fileprivate var kind: String {
        switch self {
        case .structure: "struct"
        case .enumeration: "enum"
        case .union: "union"
        case .tuple: "tuple"
        case .alias: "alias"
        }
    }
}
