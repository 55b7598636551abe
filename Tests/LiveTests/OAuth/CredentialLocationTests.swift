import ApusPlatform
import ApusRuntime
import TestServers
import Testing

/// A secret is sent in the location of its scheme, for the operations that require it, and for no others.
@Suite struct CredentialLocationTests {
    private static let all = APICredentials(scheme: "bearer", token: "b1")
        .and(APICredentials(scheme: "basic", username: "ada", password: "pw-ä"))
        .and(APICredentials(scheme: "digest", token: "d1")).and(APICredentials(scheme: "header", token: "h1"))
        .and(APICredentials(scheme: "query", token: "q/1 &=")).and(APICredentials(scheme: "cookie", token: "c1"))

    private func open(
        _ transport: Transport, _ credentials: APICredentials = all
    ) async throws -> (RecordingServer, SchemesClient) {
        let server = try await RecordingServer.start { _ in .json("{}") }
        let client = SchemesClient(server.url, transport.shared, credentials, middleware: [.retries(.never)])
        return (server, client)
    }

    @Test(arguments: Transport.allCases) func eachHasItsLocation(over transport: Transport) async throws {
        let tokens = APICredentials(scheme: "oauth2", token: "o1").and(APICredentials(scheme: "oidc", token: "i1"))
        let (server, client) = try await open(transport, Self.all.and(tokens))
        _ = try await client.read(ByBearer.self)
        _ = try await client.read(ByBasic.self)
        _ = try await client.read(ByDigest.self)
        _ = try await client.read(ByHeader.self)
        _ = try await client.read(ByQuery.self)
        _ = try await client.read(ByCookie.self)
        _ = try await client.read(ByOAuth2.self)
        _ = try await client.read(ByOIDC.self)
        _ = try await client.read(ByNothing.self)
        let agents = await Set(server.requests.map { $0.header("user-agent") })
        #expect(agents == ["Apus/\(ApusVersion.current) Schemes/1"])
        let locations = await server.requests.map { request in
            [
                request.header("authorization") ?? "-", request.header("x-key") ?? "-",
                request.parameter("api_key") ?? "-", request.header("cookie") ?? "-", request.parameter("all") ?? "-",
            ]
        }
        #expect(
            locations == [
                ["Bearer b1", "-", "-", "-", "1"], ["Basic YWRhOnB3LcOk", "-", "-", "-", "1"],
                ["digest d1", "-", "-", "-", "1"], ["-", "h1", "-", "-", "1"], ["-", "-", "q/1 &=", "-", "1"],
                ["-", "-", "-", "sid=c1", "1"], ["Bearer o1", "-", "-", "-", "1"], ["Bearer i1", "-", "-", "-", "1"],
                ["-", "-", "-", "-", "1"],
            ])
    }

    @Test(arguments: Transport.allCases) func aMissingOneIsNamedBeforeSending(over transport: Transport) async throws {
        let (server, client) = try await open(transport)
        do {
            _ = try await client.read(ByOAuth2.self)
            Issue.record("there is no token")
        } catch {
            guard case .credentials(.missing("read", [["oauth2"]])) = error.kind else {
                Issue.record("\(error)")
                return
            }
        }
        #expect(await server.requests.isEmpty)
    }

    /// Also before a repeated one.
    @Test(arguments: Transport.allCases) func aClosureIsAskedBeforeEachRequest(over transport: Transport) async throws {
        let count = Lock(0)
        let server = try await RecordingServer.start { request in
            request.header("authorization") == "Bearer t1" ? .json("{}", status: 503) : .json("{}")
        }
        let credentials = APICredentials(
            scheme: "bearer",
            token: {
                "t\(count.withLock { count in count += 1; return count })"
            })
        let client = SchemesClient(
            server.url, transport.shared, credentials,
            middleware: [.retries(RetryPolicy(initialDelay: .milliseconds(1)))])
        _ = try await client.read(ByBearer.self)
        _ = try await client.read(ByBearer.self)
        let sent = await server.requests.map { $0.header("authorization") }
        #expect(sent == ["Bearer t1", "Bearer t2", "Bearer t3"])
    }
}
