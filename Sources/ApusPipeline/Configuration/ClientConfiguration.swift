public import ApusLowering

/// The configuration of one client in `apus.yaml`. ``ConfigurationKeys`` documents each key, ``ConfigurationReader``
/// reads them.
public struct ClientConfiguration: Equatable, Sendable {
    public enum Access: String, Sendable, CaseIterable {
        case `public`, package, `internal`
    }

    /// A part of a client that can be a module of its own.
    public enum Part: String, Sendable, CaseIterable {
        case models, client
        /// Examples of the types, which need the other two.
        case examples
    }

    /// The location comment of a generated type.
    public enum SourceComments: String, Sendable, CaseIterable {
        /// The JSON pointer, unless the type's name implies it.
        case pointer
        case none
    }

    /// The selected operations; an empty list selects all. Entries are operation ids, `tag:Name`, or paths with `*`.
    public struct Selection: Equatable, Sendable {
        public var include: [String] = []
        public var exclude: [String] = []

        public init() {}
    }

    /// The Swift module, and the prefix of the client's own types.
    public var name: String
    /// The text of a ``DocumentLocation``; paths are relative to the workspace's folder.
    public var spec: String
    /// The http or https address that `apus update` fetches ``spec`` from; nil: it is nobody's copy.
    public var from: String?
    /// Applied in this order before anything else.
    public var overlays: [String] = []
    public var output: String
    public var access = Access.public
    /// The generated parts.
    public var parts: Set<Part> = [.models, .client]
    /// The module with the models of a client without them.
    public var models: String?
    /// The folder of a module with examples of the types; nil: there is none.
    public var examples: String?
    /// The enum that has all declarations; nil: they are at the top level of the module.
    public var namespace: String?
    public var sourceComments = SourceComments.pointer
    /// A folder with templates that replace Apus's own.
    public var templates: String?
    public var selection = Selection()
    /// OpenAPI format → Swift type.
    public var formats: [String: String] = [:]
    /// Name in the document (a schema, an operation id, `Schema.property`) → Swift name.
    public var rename: [String: String] = [:]
    /// Schema → existing Swift type that replaces it.
    public var types: [String: String] = [:]
    /// Schemas whose enums are closed.
    public var closedEnums: [String] = []
    /// Path of a type as in ``rename``, or `kind:struct` and the like → protocols that it adopts.
    public var conformances: [String: [String]] = [:]
    /// The same names, without kinds → member that identifies values of the type; empty: none does.
    public var identity: [String: String] = [:]
    /// The same names → attributes before the declaration.
    public var attributes: [String: [String]] = [:]
    /// Operation id → group, instead of its first tag.
    public var groups: [String: String] = [:]
    /// Operation ids that are safe to repeat, whatever their method.
    public var idempotent: [String] = []
    /// Whether groups are parts of the client; nil: in documents with more than one group and more than 30 operations.
    public var hasNamespaces: Bool?
    public var keepsUnusedTypes = false
    /// Whether every object keeps members that the document does not name.
    public var keepsUnknownMembers = false
    /// Whether models are not `Hashable` and `Codable`, for smaller code.
    public var isMinimal = false
    /// Whether names of the previous document are kept, as deprecated ones.
    public var keepsDeprecated = false
    /// Additional modules that generated files import, for ``types`` and ``formats``.
    public var imports: [String] = []
    /// Allowed folders for `$ref` outside of the document's own.
    public var roots: [String] = []
    /// Allowed hosts for `$ref` over http and https, in lower case; with a port, or for the scheme's default port.
    public var allowedHosts: [String] = []
    /// Paging, failures under a success status, rate limit, retries.
    public var rules = ClientRules()
    /// Whether warnings are errors.
    public var isStrict = false
    /// An `openapi-generator-config.yaml` of Swift OpenAPI Generator that is applied; only the command line can set it.
    public var generatorConfig: String?
    /// The module that compiles the client with other code; nil: one of its own, named ``name``. Only the command line can set it.
    public var module: String?
    /// A fixed number of files for models and for operations each, for builds that must know their outputs in advance.
    public var shards: Int?

    /// The files that the settings are from.
    var settingsFiles: [SettingsFile] = []

    public init(name: String, spec: String, output: String) {
        self.name = name
        self.spec = spec
        self.output = output
    }

    /// The client in reports before its module has a name: its document.
    var reportName: String {
        if !name.isEmpty { return name }
        return DocumentLocation(spec) == .standardInput ? "standard input" : spec
    }

    /// Whether a module, its folder and its files can have the name: ASCII letters, digits and underscores, no leading
    /// digit, no Swift keyword, no module that generated code depends on, no Windows device, at most 100 characters.
    public static func isModuleName(_ name: String) -> Bool {
        SwiftText.isName(name) && !ModuleName.taken.contains(name) && !ModuleName.isDevice(name)
            && name.utf8.count <= 100
    }

    /// The requirements of ``isModuleName(_:)``, for text after "must be".
    public static let moduleNameDescription =
        "a Swift module's name (letters, digits, underscores) that neither Swift nor the runtime nor a device has"
}
