import ApusSource

/// The state of reading one document. The readers are extensions, with one object of the specification per file; they
/// share only the state declared here.
final class ReadingContext {
    let root: Resource
    let files: SourceFiles
    let loader: FileLoader
    let options: ReadOptions
    var diagnostics = Diagnostics()

    /// Every schema by its location; each location is read once.
    var schemas: [SchemaID: Schema] = [:]
    /// Targets of references that are still to be read. A list instead of recursion, because a document chooses the
    /// length of reference chains.
    var pendingSchemas: [NodeLocation] = []
    /// The number of inline schemas around the current one.
    var schemaDepth = 0

    /// Files by normalized path; nil for unreadable ones, which are reported once.
    var resources: [String: Resource?] = [:]
    /// The targets of references, by file and text; nil for missing targets, which are reported once.
    var resolved: [ReferenceKey: NodeLocation?] = [:]
    /// The number of missing targets that were searched under other spellings.
    var guesses = 0
    /// Files with references that are valid only in the root document.
    var filesOfRoot: Set<SourceFileID> = []
    /// References at locations where no specification allows one, by file.
    var misplaced: [SourceFileID: MisplacedReferences] = [:]
    /// Locations that a reference chain returns to.
    var cyclicLocations: Set<SchemaID> = []
    /// Locations whose reference chain is known to end.
    var endingLocations: Set<SchemaID> = []
    /// Objects that are being read and can contain themselves through references: callbacks, headers.
    var openLocations: Set<SchemaID> = []

    /// Results of ``findRootComponents()``.
    private(set) lazy var rootComponents = findRootComponents()
    var parameters: [SchemaID: Parameter?] = [:]
    var requestBodies: [SchemaID: RequestBody?] = [:]
    var responses: [SchemaID: Response] = [:]
    var headers: [SchemaID: Header?] = [:]
    var callbacks: [SchemaID: [PathItem]] = [:]
    /// The number of callbacks around the current operation.
    var callbackDepth = 0

    /// Names of the security schemes that the document defines.
    var schemeNames: Set<String> = []
    /// Names of the tags that the document declares.
    var tagNames: Set<String> = []
    /// Tags that were compared with the declared ones.
    var comparedTags: Set<String> = []
    /// The number of words whose nearest neighbor was searched for suggestions.
    var suggestions = 0
    /// Operation ids with the location of their first use.
    var operationIDs: [String: SourceMark] = [:]
    /// Ids that several operations have.
    var repeatedOperationIDs: Set<String> = []

    struct ReferenceKey: Hashable {
        let file: SourceFileID
        let text: String
    }

    init(root: Resource, files: SourceFiles, loader: FileLoader, options: ReadOptions) {
        self.root = root
        self.files = files
        self.loader = loader
        self.options = options
        resources[root.path] = root
    }

    func report(_ diagnostic: Diagnostic) {
        diagnostics.report(diagnostic)
    }

    /// The maximum number of open referenced objects, so that no document exhausts the stack.
    static let openLimit = 64

    /// Runs a reader of an object that can contain itself through references; nil when the object is being read
    /// already.
    func enter<Result>(_ location: NodeLocation, _ read: () -> Result?) -> Result? {
        guard openLocations.count < Self.openLimit, openLocations.insert(location.id).inserted else {
            report(.cyclicReference(location, text: nil))
            return nil
        }
        defer { openLocations.remove(location.id) }
        return read()
    }
}
