import ApusRuntime

/// A client in the form of generated ones.
struct PetsClient: APIClient {
    let core: ClientCore

    init(core: ClientCore) {
        self.core = core
    }

    init(
        server: PetsServer = .production, transport: any HTTPTransport, credentials: PetsCredentials = .none,
        middleware: [any APIMiddleware] = [], clock: any Clock<Duration> = ContinuousClock()
    ) {
        core = ClientCore(
            server: server.url, transport: transport, credentials: credentials.storage,
            securitySchemes: Self.securitySchemes, client: "Pets/1.2.0", middleware: middleware,
            clock: clock)
    }

    static let securitySchemes: [String: SecurityScheme] = [
        "bearerAuth": .http(scheme: "bearer"),
        "basicAuth": .http(scheme: "basic"),
        "key": .apiKey(in: .header, name: "x-key"),
        "queryKey": .apiKey(in: .query, name: "api key"),
        "cookieKey": .apiKey(in: .cookie, name: "session"),
        "digest": .http(scheme: "Digest"),
        "oauth2": .oauth2,
        "mtls": .mutualTLS,
    ]
}

extension PetsClient {
    func fetchPet(
        petID: String, expand: [String]? = nil, options: CallOptions = .standard
    ) async throws(APIError<StandardFailure>) -> Pet {
        try await send(FetchPet(petID: petID, expand: expand), options: options)
    }
}

struct PetsServer: Sendable, Hashable {
    let url: ServerURL

    static let production = PetsServer(url: "https://api.pets.test")

    static func regional(region: String = "eu") -> PetsServer {
        PetsServer(url: ServerURL(template: "https://{region}.pets.test/v1/", variables: ["region": region]))
    }

    static func custom(_ url: String) -> PetsServer {
        PetsServer(url: ServerURL(url))
    }
}

struct PetsCredentials: Sendable {
    let storage: APICredentials

    static let none = PetsCredentials(storage: .none)

    static func bearerAuth(_ token: String) -> Self {
        PetsCredentials(storage: APICredentials(scheme: "bearerAuth", token: token))
    }

    static func bearerAuth(_ token: @escaping @Sendable () async throws -> String) -> Self {
        PetsCredentials(storage: APICredentials(scheme: "bearerAuth", token: token))
    }

    static func scheme(_ name: String, _ token: String) -> Self {
        PetsCredentials(storage: APICredentials(scheme: name, token: token))
    }

    static func basicAuth(username: String, password: String) -> Self {
        PetsCredentials(storage: APICredentials(scheme: "basicAuth", username: username, password: password))
    }

    func and(_ other: Self) -> Self {
        PetsCredentials(storage: storage.and(other.storage))
    }
}
