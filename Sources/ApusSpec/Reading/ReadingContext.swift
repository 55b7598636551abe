import ApusSource

/// The state of reading one document. The readers are extensions, one object of the specification per file; they share
/// nothing but what is declared here.
final class ReadingContext {
    let root: Resource
    let files: SourceFiles
    let loader: FileLoader
    let options: ReadOptions
    var diagnostics = Diagnostics()

    /// Every schema by its place; each place is read once.
    var schemas: [SchemaID: Schema] = [:]
    /// Targets of references that are still to be read. A list instead of recursion, because chains of references are
    /// as long as a document likes.
    var pendingSchemas: [Place] = []
    /// Inline schemas above the one that is being read.
    var schemaDepth = 0

    /// Files by normalised path; nil for those that could not be read, which is reported once.
    var resources: [String: Resource?] = [:]
    /// Where references led, by file and text; nil for those that led nowhere, which is reported once.
    var resolved: [ReferenceKey: Place?] = [:]
    /// References that lead nowhere and were looked for under other spellings.
    var guesses = 0
    /// Files with references that only make sense in the root document.
    var filesOfRoot: Set<SourceFileID> = []
    /// References where no specification allows one, by file.
    var misplaced: [SourceFileID: MisplacedReferences] = [:]
    /// Places that a reference chain returns to.
    var cyclicPlaces: Set<SchemaID> = []
    /// Places whose reference chain is known to end.
    var endingPlaces: Set<SchemaID> = []
    /// Objects that are being read and can contain themselves through references: callbacks, headers.
    var openPlaces: Set<SchemaID> = []

    /// Results of ``findRootComponents()``.
    private(set) lazy var rootComponents = findRootComponents()
    var parameters: [SchemaID: Parameter?] = [:]
    var requestBodies: [SchemaID: RequestBody?] = [:]
    var responses: [SchemaID: Response] = [:]
    var headers: [SchemaID: Header?] = [:]
    var callbacks: [SchemaID: [PathItem]] = [:]
    /// Callbacks around the operation that is being read.
    var callbackDepth = 0

    /// Names of the security schemes that the document defines.
    var schemeNames: Set<String> = []
    /// Operation ids with the place of their first use.
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

    /// How many objects that references lead to may be open at once, so that no document uses up the stack.
    static let openLimit = 64

    /// Runs a reader of something that can contain itself through references; nil when it is being read already.
    func enter<Result>(_ place: Place, _ read: () -> Result?) -> Result? {
        guard openPlaces.count < Self.openLimit, openPlaces.insert(place.id).inserted else {
            report(.cyclicReference(place, text: nil))
            return nil
        }
        defer { openPlaces.remove(place.id) }
        return read()
    }
}
