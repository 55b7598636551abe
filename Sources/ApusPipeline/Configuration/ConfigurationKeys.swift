import ApusLowering
import ApusModel
import ApusSource

/// A key of a client in `apus.yaml`: its name, its meaning and how its value is stored. The table below is the only
/// list of keys; the reader, the JSON Schema and `apus init` use it.
struct ConfigurationKey: Sendable {
    enum Kind {
        case text(ValidTexts = .any, (inout ClientConfiguration, String) -> Void)
        case choice([String], (inout ClientConfiguration, String) -> Void)
        case flag((inout ClientConfiguration, Bool) -> Void)
        case count((inout ClientConfiguration, Int) -> Void)
        case list(ValidTexts = .any, (inout ClientConfiguration, [String]) -> Void)
        case map(ValidTexts = .any, (inout ClientConfiguration, [String: String]) -> Void)
        case lists(ValidTexts = .any, (inout ClientConfiguration, [String: [String]]) -> Void)
        /// Rules with members; with their JSON Schema, and an example.
        case rules(
            schema: String, example: String,
            (inout ClientConfiguration, inout RuleReader, SourceNode, _ pointer: String) -> Void)
    }

    /// The valid texts of a key: text that becomes code or names a file is validated before.
    enum ValidTexts {
        case any, paths, addresses, types, modules, namespaces, attributes, parts, pointers

        func accept(_ text: String) -> Bool {
            switch self {
            case .any: true
            case .paths: !text.isEmpty && text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
            case .addresses: ValidTexts.paths.accept(text) && DocumentLocation(text).isAddress
            case .types: SwiftText.isType(text)
            case .modules: SwiftText.isPath(text)
            case .namespaces: ClientConfiguration.isModuleName(text) && !SwiftText.hidesType(text)
            case .attributes: SwiftText.isAttribute(text)
            case .parts: ClientConfiguration.Part(rawValue: text) != nil
            case .pointers: text.isEmpty || text.hasPrefix("/")
            }
        }

        var expected: String {
            switch self {
            case .any: "a text"
            case .paths: "a path without control characters"
            case .addresses: "an http or https address"
            case .types: "a Swift type, such as Money or [String: Money]"
            case .modules: "a module's name"
            case .namespaces: "a Swift name (letters, digits, underscores) that neither Swift nor the runtime has"
            case .parts: "models, client or examples"
            case .pointers: "a JSON pointer such as /data, or an empty text for the whole answer"
            case .attributes: "an attribute, such as @MainActor or @available(iOS 18, *)"
            }
        }
    }

    let name: String
    let documentation: String
    let isRequired: Bool
    /// The choice that applies where the key is absent; nil where that depends on other things.
    let standard: String?
    let kind: @Sendable () -> Kind

    init(
        _ name: String, _ documentation: String, isRequired: Bool = false, standard: String? = nil,
        _ kind: @escaping @Sendable () -> Kind
    ) {
        self.name = name
        self.documentation = documentation
        self.isRequired = isRequired
        self.standard = standard
        self.kind = kind
    }
}

extension ConfigurationKey {
    static let all: [ConfigurationKey] = input + shape + rules + behaviour

    private static let input = [
        ConfigurationKey("name", "The Swift module, and the prefix of the client's own types.", isRequired: true) {
            .text { $0.name = $1 }
        },
        ConfigurationKey(
            "spec", "The OpenAPI or Swagger document: a path relative to this file, or an http or https address.",
            isRequired: true
        ) {
            .text(.paths) { $0.spec = $1 }
        },
        ConfigurationKey(
            "from", "The http or https address that apus update fetches the document from, to keep it at spec."
        ) {
            .text(.addresses) { $0.from = $1 }
        },
        ConfigurationKey("overlays", "Overlay documents, applied in this order before anything else.") {
            .list(.paths) { $0.overlays = $1 }
        },
        ConfigurationKey("output", "The folder to generate into. Default: Generated/<name>.") {
            .text(.paths) { $0.output = $1 }
        },
        ConfigurationKey("roots", "Folders outside the document's own that $ref may reach.") {
            .list(.paths) { $0.roots = $1 }
        },
        ConfigurationKey(
            "allowedHosts", "Hosts that $ref may be fetched from over http and https, host or host:port. Default: none."
        ) {
            .list { $0.allowedHosts = $1.map { $0.lowercased() } }
        },
    ]

    private static let shape = [
        ConfigurationKey("access", "The access level of what is generated.", standard: "public") {
            .choice(ClientConfiguration.Access.allCases.map(\.rawValue)) { $0.access = .init(rawValue: $1) ?? .public }
        },
        ConfigurationKey(
            "generate", "The parts to generate: models, client, both, or examples alone.", standard: "[models, client]"
        ) {
            .list(.parts) { $0.parts = Set($1.compactMap(ClientConfiguration.Part.init)) }
        },
        ConfigurationKey("models", "The module that has the models of a client that is generated without them.") {
            .text(.modules) { $0.models = $1 }
        },
        ConfigurationKey(
            "examples",
            "The folder to generate a module with examples of the types into, for tests and previews. Default: none."
        ) {
            .text(.paths) { $0.examples = $1 }
        },
        ConfigurationKey("namespace", "The enum that has all declarations. Default: none, they are the module's.") {
            .text(.namespaces) { $0.namespace = $1 }
        },
        ConfigurationKey(
            "sourceComments", "The location in the document that comments of types name.", standard: "pointer"
        ) {
            .choice(ClientConfiguration.SourceComments.allCases.map(\.rawValue)) {
                $0.sourceComments = .init(rawValue: $1) ?? .pointer
            }
        },
        ConfigurationKey("templates", "A folder with templates that replace Apus's own.") {
            .text(.paths) { $0.templates = $1 }
        },
        ConfigurationKey("imports", "Further modules that generated files import.") {
            .list(.modules) { $0.imports = $1 }
        },
        ConfigurationKey("shards", "A fixed number of files for models, and the same number for operations.") {
            .count { $0.shards = $1 }
        },
    ]

    private static let rules = [
        ConfigurationKey("include", "Operations to generate: operation ids, tag:Name, or paths with *.") {
            .list { $0.selection.include = $1 }
        },
        ConfigurationKey("exclude", "Operations to leave out, in the same words.") {
            .list { $0.selection.exclude = $1 }
        },
        ConfigurationKey("formats", "OpenAPI format to Swift type, such as uri: URL.") {
            .map(.types) { $0.formats = $1 }
        },
        ConfigurationKey("rename", "Name in the document to Swift name.") {
            .map { $0.rename = $1 }
        },
        ConfigurationKey("types", "Schema to an existing Swift type that replaces it.") {
            .map(.types) { $0.types = $1 }
        },
        ConfigurationKey("closedEnums", "Schemas whose enums take no unknown value.") {
            .list { $0.closedEnums = $1 }
        },
        ConfigurationKey("conformances", "Type, pattern or kind:struct to the protocols that it adopts.") {
            .lists(.types) { $0.conformances = $1 }
        },
        ConfigurationKey(
            "identity", "Type or pattern to the member that identifies its values, which makes it Identifiable."
        ) {
            .map { $0.identity = $1 }
        },
        ConfigurationKey("attributes", "Type, pattern or kind:struct to attributes before its declaration.") {
            .lists(.attributes) { $0.attributes = $1 }
        },
        ConfigurationKey("groups", "Operation id to group, instead of its first tag.") {
            .map { $0.groups = $1 }
        },
        ConfigurationKey(
            "namespaces",
            "The namespaces of the client: tags for client.contacts.listContacts(). Default: tags for over 30 operations in several groups."
        ) {
            .choice(["none", "tags"]) { $0.hasNamespaces = $1 == "tags" }
        },
        ConfigurationKey("idempotent", "Operation ids that are safe to repeat, and so are retried.") {
            .list { $0.idempotent = $1 }
        },
        ConfigurationKey("keepUnusedTypes", "Generate schemas that no operation reaches, too.") {
            .flag { $0.keepsUnusedTypes = $1 }
        },
        ConfigurationKey("keepUnknownMembers", "Keep members that the document does not name, in every object.") {
            .flag { $0.keepsUnknownMembers = $1 }
        },
        ConfigurationKey("minimal", "Generate models that are not Hashable and not Codable, for smaller code.") {
            .flag { $0.isMinimal = $1 }
        },
        ConfigurationKey("keepDeprecated", "Keep names of the previous document for one version, as deprecated ones.") {
            .flag { $0.keepsDeprecated = $1 }
        },
        ConfigurationKey("strict", "Treat warnings as errors.") {
            .flag { $0.isStrict = $1 }
        },
    ]

    private static let behaviour = [
        ConfigurationKey(
            "clientParameters",
            "Swift name to the name in the document of what callers give to the client once: parameters, and members of bodies."
        ) {
            .rules(
                schema: ConfigurationSchema.describe(.lists { _, _ in }), example: "{ companyID: company_id }"
            ) { client, reader, node, pointer in
                client.rules.clientParameters = reader.readClientParameters(node, pointer: pointer)
            }
        },
        ConfigurationKey(
            "result", "Operation id to the JSON pointer of what its method returns; under default, where it fits."
        ) {
            .map(.pointers) { $0.rules.result = $1 }
        },
        ConfigurationKey("paging", "Operation id to how its pages follow each other; under default, what they share.") {
            .rules(
                schema: ConfigurationSchema.map(of: PagingOptions.keys),
                example: "{ default: { style: pageNumber, parameter: page } }"
            ) { client, reader, node, pointer in
                client.rules.paging = reader.readPaging(node, pointer: pointer)
            }
        },
        ConfigurationKey("failures", "Signs in the body of a successful answer that the call has failed.") {
            .rules(
                schema: ConfigurationSchema.list(of: RejectionDecl.keys), example: "{ pointer: /error }"
            ) { client, reader, node, pointer in
                client.rules.rejections = reader.readRejections(node, pointer: pointer)
            }
        },
        ConfigurationKey(
            "refusals", "What refusals of tokens and calls mean for which the API has no registered OAuth code."
        ) {
            .rules(
                schema: ConfigurationSchema.list(of: RefusalDecl.keys),
                example: "{ status: 403, text: signed agreement, reason: agreement_required }"
            ) { client, reader, node, pointer in
                client.rules.refusals = reader.readRefusals(node, pointer: pointer)
            }
        },
        ConfigurationKey("rateLimit", "The most requests that a client sends, unless it is given middleware.") {
            .rules(
                schema: ConfigurationSchema.object(of: RateLimitDecl.keys), example: "{ requests: 60, per: 60s }"
            ) { client, reader, node, pointer in
                client.rules.rateLimit = reader.readRateLimit(node, pointer: pointer)
            }
        },
        ConfigurationKey("retries", "How a client repeats calls, unless it is given middleware.") {
            .rules(
                schema: ConfigurationSchema.object(of: RetriesDecl.keys), example: "{ attempts: 5 }"
            ) { client, reader, node, pointer in
                client.rules.retries = reader.readRetries(node, pointer: pointer)
            }
        },
        ConfigurationKey("dates", "How dates are read that do not say all.") {
            .rules(
                schema: ConfigurationSchema.object(of: DatesDecl.keys), example: "{ withoutOffset: +02:00 }"
            ) { client, reader, node, pointer in
                client.rules.dates = reader.readDates(node, pointer: pointer)
            }
        },
        ConfigurationKey(
            "onMismatch",
            "The treatment of a value of a response that does not fit its type: fail, or drop and report it.",
            standard: "fail"
        ) {
            .choice(["fail", "drop"]) { $0.rules.dropsMismatches = $1 == "drop" }
        },
        ConfigurationKey("retry", "Operation id to whether and how often it is repeated: safe, never, or members.") {
            .rules(
                schema: ConfigurationSchema.map(of: RetryOptions.keys, or: RetryOptions.words.keys.sorted()),
                example: "{ createContact: safe, sendMessage: never }"
            ) { client, reader, node, pointer in
                client.rules.retry = reader.readRetryRules(node, pointer: pointer)
            }
        },
        ConfigurationKey("webhooks", "Where a webhook says which event it is: in a member or in a header.") {
            .rules(
                schema: ConfigurationSchema.object(of: WebhooksDecl.NameLocation.keys), example: "{ member: /type }"
            ) { client, reader, node, pointer in
                client.rules.webhooks = reader.readWebhooks(node, pointer: pointer)
            }
        },
    ]
}
