internal import ApusModel
internal import ApusRuntime

/// The client of a document: what generated code passes to the runtime, from the declarations.
struct DocumentClient: APIClient {
    let core: ClientCore

    /// - Parameter middleware: The middleware around the client's own, outermost first.
    init(
        _ model: APIModel, server: ServerURL, transport: any HTTPTransport, credentials: APICredentials,
        middleware: [any APIMiddleware], options: CallOptions
    ) {
        let client = model.client
        core = ClientCore(
            server: server, transport: transport, credentials: credentials,
            securitySchemes: Dictionary(
                model.credentials.schemes.map { ($0.key, Self.scheme($0.kind)) },
                uniquingKeysWith: { first, _ in first }),
            client: client.product, middleware: Self.middleware(of: client) + middleware,
            rejections: client.rejections.map { rule in
                RejectionRule(rule.pointer, is: rule.value, except: Set(rule.exceptions))
            },
            refusals: Self.refusals(model.credentials.refusals),
            decoding: DecodingRules(
                datesWithoutOffset: client.dates?.withoutOffset ?? 0, onMismatch: client.dropsMismatches ? .drop : .fail
            ),
            options: options)
    }

    static func scheme(_ kind: SecuritySchemeDecl.Kind) -> SecurityScheme {
        switch kind {
        case .http(let scheme): .http(scheme: scheme)
        case .apiKey(let name, let location): .apiKey(in: .init(rawValue: location.rawValue) ?? .header, name: name)
        case .oauth2: .oauth2
        case .openIDConnect(let url): .openIDConnect(url: url)
        case .mutualTLS: .mutualTLS
        case .other(let type): .other(type)
        }
    }

    static func refusals(_ decls: [RefusalDecl]) -> [RefusalRule] {
        decls.map { decl in
            RefusalRule(
                status: decl.status, code: decl.code, text: decl.text, means: .init(rawValue: decl.reason),
                message: decl.message)
        }
    }

    private static func middleware(of client: ClientDecl) -> [any APIMiddleware] {
        var all: [any APIMiddleware] = []
        if let rules = client.retries {
            var policy = RetryPolicy.standard
            policy.maximumAttempts = rules.attempts ?? policy.maximumAttempts
            policy.initialDelay = rules.initialDelay.map { .milliseconds($0) } ?? policy.initialDelay
            policy.maximumDelay = rules.maximumDelay.map { .milliseconds($0) } ?? policy.maximumDelay
            policy.maximumServerDelay = rules.maximumServerDelay.map { .milliseconds($0) } ?? policy.maximumServerDelay
            policy.deadline = rules.deadline.map { .milliseconds($0) } ?? policy.deadline
            all.append(.retries(policy))
        }
        if let limit = client.rateLimit {
            all.append(
                .rateLimit(
                    limit.requests, per: .milliseconds(limit.window), block: limit.block.map { .milliseconds($0) }))
        }
        return all
    }
}
