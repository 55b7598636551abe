public import ApusLowering

/// What `apus.yaml` says of one client. ``ConfigurationKeys`` documents each key, ``ConfigurationReader`` reads them.
public struct ClientConfiguration: Equatable, Sendable {
    public enum Access: String, Sendable, CaseIterable {
        case `public`, package, `internal`
    }

    /// What the comment of a generated type says of its place in the document.
    public enum SourceComments: String, Sendable, CaseIterable {
        /// The JSON pointer, where the name of the type alone does not lead there.
        case pointer
        case none
    }

    /// Which operations are generated; an empty list says nothing. Entries are operation ids, `tag:Name`, or paths with `*`.
    public struct Selection: Equatable, Sendable {
        public var include: [String] = []
        public var exclude: [String] = []

        public init() {}
    }

    /// The Swift module, and the prefix of the client's own types.
    public var name: String
    /// Relative to the workspace's folder.
    public var spec: String
    /// Whether the document comes on standard input; only a command line can say so.
    public var isStandardInput = false
    /// Applied in this order before anything else.
    public var overlays: [String] = []
    public var output: String
    public var access = Access.public
    public var sourceComments = SourceComments.pointer
    /// A folder with templates that take the place of Apus's own.
    public var templates: String?
    public var selection = Selection()
    /// OpenAPI format → Swift type.
    public var formats: [String: String] = [:]
    /// Name in the document (a schema, an operation id, `Schema.property`) → Swift name.
    public var rename: [String: String] = [:]
    /// Schema → existing Swift type that takes its place.
    public var types: [String: String] = [:]
    /// Schemas whose enums take no unknown value.
    public var closedEnums: [String] = []
    /// Operation id → group, instead of its first tag.
    public var groups: [String: String] = [:]
    /// Operation ids that are safe to repeat, whatever their method.
    public var idempotent: [String] = []
    /// Whether groups are parts of the client; nil: in documents with more than one group and more than 30 operations.
    public var hasNamespaces: Bool?
    public var keepsUnusedTypes = false
    /// Keeps members that the document does not name, in every object.
    public var keepsUnknownMembers = false
    /// Further modules that generated files import, for ``types`` and ``formats``.
    public var imports: [String] = []
    /// Folders outside the document's own that `$ref` may lead to.
    public var roots: [String] = []
    /// Hosts that `$ref` may be fetched from over http and https, in lower case; with a port, or for that of the scheme.
    public var allowedHosts: [String] = []
    /// Paging, failures under a success status, rate limit, retries.
    public var rules = ClientRules()
    /// Warnings become errors.
    public var isStrict = false
    /// A fixed number of files for models and for operations each, for builds that must know their outputs before they run.
    public var shards: Int?

    public init(name: String, spec: String, output: String) {
        self.name = name
        self.spec = spec
        self.output = output
    }

    /// Whether a module, its folder and its files can have the name: letters, digits and underscores of ASCII, no digit in front, no word
    /// of Swift's, no module that generated code stands on, no device of Windows', at most 100 of them.
    public static func isModuleName(_ name: String) -> Bool {
        SwiftText.isName(name) && !ModuleName.taken.contains(name) && !ModuleName.isDevice(name)
            && name.utf8.count <= 100
    }

    /// What ``isModuleName(_:)`` asks for, to be put behind "must be".
    public static let moduleNameWords =
        "a Swift module's name (letters, digits, underscores) that neither Swift nor the runtime nor a device has"
}
