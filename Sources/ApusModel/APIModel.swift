/// The Swift declarations to write: the intermediate model between a document and its templates.
///
/// Describes Swift, not OpenAPI: no keyword of a specification is left to interpret. Lowering creates it with
/// provisional names, the passes (hoist, name, box, prune, shard) refine it, emission prints it. Lists are in document
/// order.
public struct APIModel: Equatable, Sendable {
    /// The Swift module, such as `SalesCaptain`; the prefix of the client's own types.
    public var module: String
    /// The enum that has all other declarations, where they are not at the top level of the module.
    public var namespace: String?
    public var source: SourceInfo
    public var client: ClientDecl
    public var servers: ServersDecl
    public var credentials: CredentialsDecl
    public var operations: [OperationDecl]
    /// The groups of the client, if operations are grouped.
    public var namespaces: [NamespaceDecl]
    /// Failure enums: those of the module, each shared by the operations that document the same failures, and those that are nested in one.
    public var failures: [FailureDecl]
    /// Documented response headers; responses with equal headers share a type.
    public var headers: [HeadersDecl]
    /// Types at the top level of the module; others are nested in their owners.
    public var types: [TypeDecl]
    /// Payloads of webhooks and callbacks.
    public var events: [EventDecl]
    /// The enum over the webhooks; nil where the document has no webhook with a payload.
    public var webhooks: WebhooksDecl?
    /// Names of the previous version of the document that are kept.
    public var shims: [ShimDecl]
    /// The Swift name of every type, from the outermost owner inwards: `["Contact", "Status"]`. Set by the naming pass.
    public var names: [TypeID: [String]]
    /// Which declaration goes to which file. Filled by the sharding pass.
    public var files: [FilePlan]
    /// Examples of the types, in their order; empty unless requested.
    public var examples: [ExampleDecl] = []

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
        shims = []
        names = [:]
        files = []
    }

    /// The name before that of a declaration wherever another declaration hides it: the namespace, otherwise the module.
    public var qualifier: String { namespace ?? module }

    /// The name of a declaration outside of the namespace.
    public func qualify(_ name: String) -> String {
        namespace.map { $0 + "." + name } ?? name
    }
}

/// The origin of the module; printed in headers and the README.
public struct SourceInfo: Equatable, Sendable {
    /// The path relative to the workspace, such as `specs/pets/openapi.yaml`.
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

/// One output file: its path inside the module's folder and its declarations.
public struct FilePlan: Equatable, Sendable {
    public enum Content: Equatable, Sendable {
        case client
        /// The declaration of ``APIModel/namespace``.
        case namespace
        case servers
        case credentials
        case readme
        /// The first page of the module in DocC.
        case landing
        case operations([DeclID<OperationDecl>])
        case failures([DeclID<FailureDecl>])
        case headers([DeclID<HeadersDecl>])
        /// Top-level types.
        case types([DeclID<TypeDecl>])
        case events([DeclID<EventDecl>])
        /// Every one of ``APIModel/shims``.
        case shims
    }

    /// The path with `/`, such as `Models/Contact.swift`.
    public var path: String
    public var content: Content

    public init(path: String, content: Content) {
        self.path = path
        self.content = content
    }
}
