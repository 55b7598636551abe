/// The Swift that is about to be written: the intermediate model between a document and its templates.
///
/// Speaks Swift, not OpenAPI: no keyword of a specification is left to interpret. Lowering makes it with provisional names, the passes
/// (hoist, name, box, prune, shard) refine it, emission prints it. Lists are in the order of the document.
public struct APIModel: Equatable, Sendable {
    /// The Swift module, such as `SalesCaptain`; the prefix of the client's own types.
    public var module: String
    public var source: SourceInfo
    public var client: ClientDecl
    public var servers: ServersDecl
    public var credentials: CredentialsDecl
    public var operations: [OperationDecl]
    /// Parts of the client, where operations are not all its own.
    public var namespaces: [NamespaceDecl]
    /// Failure enums: those of the module, each shared by the operations that document the same failures, and those that are nested in one.
    public var failures: [FailureDecl]
    /// Documented response headers: types of the module, each shared by those who have the same, and types nested in their operation or failure.
    public var headers: [HeadersDecl]
    /// Types at the top level of the module; others are nested in their owners.
    public var types: [TypeDecl]
    /// Payloads of webhooks and callbacks.
    public var events: [EventDecl]
    /// The enum over the webhooks; nil where the document has none with a payload.
    public var webhooks: WebhooksDecl?
    /// The Swift name of every type, from the outermost owner inwards: `["Contact", "Status"]`. Filled by the naming pass.
    public var names: [TypeID: [String]]
    /// Names of Swift's, Foundation's or the runtime's that a type of this module shadows; printed with their module's name.
    public var shadowed: Set<String>
    /// Which declaration goes to which file. Filled by the sharding pass.
    public var files: [FilePlan]

    public init(
        module: String, source: SourceInfo, client: ClientDecl, servers: ServersDecl, credentials: CredentialsDecl
    ) {
        self.module = module
        self.source = source
        self.client = client
        self.servers = servers
        self.credentials = credentials
        operations = []
        namespaces = []
        failures = []
        headers = []
        types = []
        events = []
        names = [:]
        shadowed = []
        files = []
    }
}

/// Where the module comes from; printed in headers and the README.
public struct SourceInfo: Equatable, Sendable {
    /// Relative to the workspace, such as `specs/pets/openapi.yaml`.
    public var path: String
    public var title: String
    public var version: String
    public var doc: Doc

    public init(path: String, title: String, version: String, doc: Doc) {
        self.path = path
        self.title = title
        self.version = version
        self.doc = doc
    }
}

/// One file of the output: its path inside the module's folder and what it declares.
public struct FilePlan: Equatable, Sendable {
    public enum Content: Equatable, Sendable {
        case client
        case servers
        case credentials
        case readme
        /// Indices into ``APIModel/operations``.
        case operations([Int])
        /// Indices into ``APIModel/failures``.
        case failures([Int])
        /// Indices into ``APIModel/headers``.
        case headers([Int])
        /// Indices into ``APIModel/types``.
        case types([Int])
        /// Indices into ``APIModel/events``.
        case events([Int])
    }

    /// With `/`, such as `Models/Contact.swift`.
    public var path: String
    public var content: Content

    public init(path: String, content: Content) {
        self.path = path
        self.content = content
    }
}
