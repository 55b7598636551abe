import ApusRuntime

/// A client with a scheme of every kind, in the form of generated ones; each operation asks for one of them.
struct SchemesClient: APIClient {
    let core: ClientCore

    static let schemes: [String: SecurityScheme] = [
        "bearer": .http(scheme: "bearer"), "basic": .http(scheme: "basic"), "digest": .http(scheme: "digest"),
        "header": .apiKey(in: .header, name: "X-Key"), "query": .apiKey(in: .query, name: "api_key"),
        "cookie": .apiKey(in: .cookie, name: "sid"), "oauth2": .oauth2, "oidc": .openIDConnect(url: "https://a.test"),
    ]

    init(
        _ server: String, _ transport: any HTTPTransport, _ credentials: APICredentials,
        middleware: [any APIMiddleware],
        timeout: Duration = .seconds(20)
    ) {
        core = ClientCore(
            server: ServerURL(server), transport: transport, credentials: credentials,
            securitySchemes: Self.schemes, client: "Schemes/1", middleware: middleware,
            options: CallOptions(timeout: timeout))
    }

    func read<Scheme: SchemeName>(_ scheme: Scheme.Type) async throws(APIError<UndocumentedFailure>) -> JSONValue {
        try await send(Read<Scheme>())
    }
}

/// The scheme that an operation asks for.
protocol SchemeName: Sendable {
    static var name: String { get }
}

enum ByBearer: SchemeName { static let name = "bearer" }
enum ByBasic: SchemeName { static let name = "basic" }
enum ByDigest: SchemeName { static let name = "digest" }
enum ByHeader: SchemeName { static let name = "header" }
enum ByQuery: SchemeName { static let name = "query" }
enum ByCookie: SchemeName { static let name = "cookie" }
enum ByOAuth2: SchemeName { static let name = "oauth2" }
enum ByOIDC: SchemeName { static let name = "oidc" }
enum ByNothing: SchemeName { static let name = "" }

struct Read<Scheme: SchemeName>: APIOperation {
    static var descriptor: OperationDescriptor {
        let needs: [SecurityRequirement] =
            Scheme.name.isEmpty ? [] : [SecurityRequirement([.init(name: Scheme.name, scopes: [])])]
        return OperationDescriptor(id: "read", method: .get, path: "/things?all=1", security: needs)
    }

    func encode(into request: inout RequestWriter) {}
    static func decode(_ response: inout ResponseReader) -> JSONValue { response.json() }
    typealias Failure = UndocumentedFailure
}
