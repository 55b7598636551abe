import ApusModel
import ApusSchemas
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
    let selection: Selection
    let schemas: FlatSchemas
    let settings: NameSettings
    let index: SchemaIndex
    let unionLeaves: UnionLeaves
    let constraintWriter: ConstraintWriter
    let exampleWriter: ExampleWriter
    let operationNames: GivenOperationNames
    let locationNames: LocationNames
    let xml: XMLNodes
    let log = DiagnosticLog()
    var origins = Origins()

    /// The module's own declarations.
    var types: [TypeDecl] = []
    /// The declarations of the open owners, innermost last.
    var scopes: [DeclarationScope] = []
    /// Schemas whose declaration is in progress, with its identity: encountering one again is recursion.
    var running: [SchemaID: TypeID] = [:]
    var topLevel = TopLevelTypes()
    var budget: DeclarationBudget
    /// Bytes of the examples so far, of all operations.
    var exampleBytes = 0
    /// Schemas of files in multipart bodies.
    private(set) lazy var fileParts = findFileParts()
    /// The defaults for the paging rules of operations.
    lazy var documentPaging = readDocumentPaging()
    var narrowings = Narrowings()
    var contentless = ContentlessResponses()
    /// The schemas that types are made from; empty where no examples are made.
    var typeSchemas: [TypeID: Schema] = [:]

    init(_ document: Document, files: SourceFiles, options: LoweringOptions) {
        self.document = document
        self.files = files
        self.options = options.withIDs(of: document)
        settings = NameSettings(self.options)
        selection = Selection(include: self.options.include, exclude: self.options.exclude)
        operationNames = GivenOperationNames(document, settings)
        schemas = FlatSchemas(document, byteCount: files.byteCount, log: log)
        index = SchemaIndex(document, operationNames)
        unionLeaves = UnionLeaves(schemas, types: options.types)
        constraintWriter = ConstraintWriter(schemas, bytes: files.byteCount, log: log)
        exampleWriter = ExampleWriter(schemas)
        locationNames = LocationNames(
            document, files: files, names: schemas.names, shared: index.shared, operations: operationNames)
        budget = DeclarationBudget(schemas: document.schemas.count)
        xml = XMLNodes(schemas, log: log)
    }

    func lowerDocument() -> APIModel {
        var model = APIModel(
            module: options.module, source: lowerSource(), client: lowerClient(), servers: lowerServers(),
            credentials: lowerCredentials())
        model.namespace = options.namespace
        for named in document.namedSchemas { _ = reference(to: named.schema.id) }
        declarePending()
        lowerRules(into: &model.client)
        lowerOperations(into: &model)
        for diagnostic in narrowings.diagnostics { log.report(diagnostic) }
        if let found = contentless.diagnostic(isSwagger: document.version == .swagger2) { log.report(found) }
        lowerEvents(into: &model)
        declarePending()
        model.types = types
        checkSettings()
        return model
    }

    /// Declares referenced schemas until there are no new ones.
    func declarePending() {
        while let target = topLevel.popPending() { declareTopLevel(target) }
    }

    /// Runs `body` with a scope of its own and returns the declarations made in it.
    func collectNested<Result>(_ body: () -> Result) -> (result: Result, nested: [TypeDecl]) {
        scopes.append(DeclarationScope())
        let result = body()
        return (result, scopes.removeLast().types)
    }

    /// Adds a declaration to the innermost scope, or returns an equal one that exists already.
    func declare(_ decl: TypeDecl, at site: Site) -> TypeRef {
        budget.declare()
        var decl = decl
        (decl.header.conformances, decl.header.attributes) = settings.additions(to: site.path, kind: decl.kind)
        switch decl {
        case .structure, .union: decl.header.identityRule = settings.identity(of: site.path)
        case .enumeration, .tuple, .alias: break
        }
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
