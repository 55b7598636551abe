import ApusRuntime
import ChatCaptain
import DeveloperAPI
import Foundation
import SalesCaptain
import Salesmsg
import TestServers
import Testing

/// All output of a run, searched for every secret it used; see ``Ear``.
@Suite struct SecrecyTests {
    /// Responses that cause every kind of error.
    private static let answers: [Answer] = [
        .json(#"{"message": "no"}"#, status: 401, [Pair(name: "www-authenticate", value: "Bearer realm=\"x\"")]),
        .json(#"{"error": "insufficient_scope"}"#, status: 403), .json("{}", status: 404), .json("[", status: 200),
        .json(#"{"message": "slow"}"#, status: 429), Answer(status: 500, body: "<html>"), .json("{}", status: 418),
        .json(#"{"error": "no", "status": "failure"}"#, status: 422),
        Answer(status: 302, headers: [Pair(name: "location", value: "http://127.0.0.1:1/x")]),
        Answer(status: 200, body: "abc", announcedLength: 100),
    ]

    private func expectSilence(of ear: Ear, atLeast least: Int) throws {
        let (count, leaks) = try ear.finish()
        #expect(count >= least)
        for leak in leaks { Issue.record("\(leak)") }
    }

    /// Each operation of a vendor as documented, and with every failure.
    private func run<Client: APIClient>(
        _ vendor: Vendor, _ calls: [LiveCall<Client>], _ ear: Ear, path: String = "",
        client: (_ server: String) -> Client
    ) async throws {
        let live = try await LiveServer.shared(vendor)
        let header = try #require(HTTPField.Name(LiveServer.header))
        ear.hear(client(live.url + path))
        for call in calls {
            let options = CallOptions(headers: [header: "\(call.operation)#\(UUID())"])
            await ear.hear { try await call.run(client(live.url + path), options) }
        }
        for answer in Self.answers {
            let server = try await RecordingServer.start(answering: answer)
            for call in calls { await ear.hear { try await call.run(client(server.url), .standard) } }
            #expect(await !server.requests.isEmpty)
        }
        let refusing = try SocketServer.refusedURL()
        for call in calls { await ear.hear { try await call.run(client(refusing), .standard) } }
    }

    @Test(arguments: Transport.allCases) func everyOperationOfEveryVendor(over transport: Transport) async throws {
        // The last one is an argument of operations for tokens.
        let ear = Ear(secrets: ["test-token", "test-key", "s3cr3t"])
        try await run(.salesCaptain, SalesCaptainCalls.all, ear) {
            SalesCaptainClient(
                server: .custom($0), transport: transport.shared, credentials: .bearerAuth("test-token"),
                middleware: ear.middleware)
        }
        try await run(.chatCaptain, ChatCaptainCalls.all, ear) {
            ChatCaptainClient(
                server: .custom($0), transport: transport.shared, credentials: .chatcaptainKey("test-key"),
                middleware: ear.middleware)
        }
        for credentials in [SalesmsgCredentials.personalToken("test-token"), .oauth2("test-token")] {
            try await run(.salesmsg, SalesmsgCalls.all, ear, path: "/pub/v2.2") {
                SalesmsgClient(
                    server: .custom($0), transport: transport.shared, credentials: credentials,
                    middleware: ear.middleware)
            }
        }
        try await run(.developerAPI, DeveloperAPICalls.all, ear, path: "/api/v1") {
            DeveloperAPIClient(
                server: .custom($0), transport: transport.shared, credentials: .authorization("Bearer test-token"),
                middleware: ear.middleware)
        }
        try expectSilence(of: ear, atLeast: 4_000)
    }

    @Test(arguments: Transport.allCases) func everyKindOfCredential(over transport: Transport) async throws {
        // The form of `ada` and `pw-88` in the request.
        let ear = Ear(secrets: [
            "tok-4f9a", "pw-88", "YWRhOnB3LTg4", "dig-12bb", "key-77aa", "qry-31cd", "sid-90ef", "thrown-55", "oidc-1",
        ])
        let credentials = APICredentials(scheme: "bearer", token: "tok-4f9a")
            .and(APICredentials(scheme: "basic", username: "ada", password: "pw-88"))
            .and(APICredentials(scheme: "digest", token: { "dig-12bb" }))
            .and(APICredentials(scheme: "header", token: "key-77aa")).and(
                APICredentials(scheme: "query", token: "qry-31cd")
            )
            .and(APICredentials(scheme: "cookie", token: "sid-90ef"))
            .and(APICredentials(scheme: "oauth2", token: { throw Broken(secret: "thrown-55") }))
            .and(APICredentials(scheme: "oidc", token: "oidc-1\r\n2"))
        func readAll(_ url: String) async {
            let client = SchemesClient(
                url, transport.shared, credentials, middleware: ear.middleware, timeout: .milliseconds(300))
            ear.hear(client)
            ear.hear(client.core.credentials)
            await ear.hear { try await client.read(ByBearer.self) }
            await ear.hear { try await client.read(ByBasic.self) }
            await ear.hear { try await client.read(ByDigest.self) }
            await ear.hear { try await client.read(ByHeader.self) }
            await ear.hear { try await client.read(ByQuery.self) }
            await ear.hear { try await client.read(ByCookie.self) }
            await ear.hear { try await client.read(ByOAuth2.self) }
            await ear.hear { try await client.read(ByOIDC.self) }
        }
        for answer in Self.answers + [.json(#"{"id": 4}"#)] {
            let server = try await RecordingServer.start(answering: answer)
            await readAll(server.url)
            #expect(await server.requests.contains { $0.query.contains("api_key=qry-31cd") })
        }
        let slow = try await LoopbackServer.start { _ in
            try? await Task.sleep(for: .seconds(2))
            return Answer(status: 204)
        }
        for url in [slow.url, try SocketServer.refusedURL(), "http://no-such-host.invalid", "ftp://a.test"] {
            await readAll(url)
        }
        try expectSilence(of: ear, atLeast: 300)
    }

    /// The caller prints the errors of its own closure; the runtime does not repeat their text.
    private struct Broken: Error, CustomStringConvertible, CustomReflectable {
        let secret: String

        var description: String { "broken" }
        var customMirror: Mirror { Mirror(self, children: [:]) }
    }

    /// Every grant, granted and refused by a server that repeats the request.
    @Test(arguments: Transport.allCases) func everyGrant(over transport: Transport) async throws {
        // The last two are the forms of the client's secret in basic authentication.
        let ear = Ear(secrets: [
            "access-secret", "refresh-secret", "right-secret", "wrong-secret", "assertion-9c", "code-secret",
            "device-secret", "expired-secret", "YXBwOnJpZ2h0LXNlY3JldA==", "YXBwOndyb25nLXNlY3JldA==",
        ])
        let environment = try await GrantEnvironment.open()
        for authentication in [OAuthClient.Authentication.basic, .body] {
            for (secret, format) in [("right-secret", OAuthClient.BodyFormat.form), ("wrong-secret", .json)] {
                var oauth = environment.oauth(
                    transport, secret: SecretString(secret), authentication: authentication, format: format)
                oauth.parameters = [(name: "client_assertion", value: "assertion-9c")]
                try await hear(oauth, environment, ear, over: transport)
            }
        }
        var nowhere = environment.oauth(transport, secret: "right-secret")
        nowhere.endpoints.token = ServerURL(try SocketServer.refusedURL() + "/token")
        try await hear(nowhere, environment, ear, over: transport)
        #expect(await environment.authority.issued > 8)
        try expectSilence(of: ear, atLeast: 100)
    }

    private func hear(
        _ oauth: OAuthClient, _ environment: GrantEnvironment, _ ear: Ear, over transport: Transport
    ) async throws {
        let request = try oauth.authorization(redirectURI: "https://app.test/back", scopes: ["a"])
        ear.hear(oauth)
        ear.hear(request.pkce as Any)
        await ear.hear {
            try await oauth.exchange(
                redirect: "https://app.test/back?code=code-secret&state=\(request.state.value)", for: request)
        }
        await ear.hear {
            try await oauth.exchange(redirect: "https://app.test/?code=code-secret&state=x", for: request)
        }
        await ear.hear { try await oauth.clientCredentials(scopes: ["a"]) }
        await ear.hear { try await oauth.token(for: oauth.deviceAuthorization(scopes: ["a"])) }
        let expired = OAuthToken(
            accessToken: "expired-secret", refreshToken: "refresh-secret", expiresAt: Date(timeIntervalSinceNow: -9))
        ear.hear(expired)
        let personal = OAuthCredential.personalToken(
            expired, refreshURL: ServerURL(environment.server.url + "/trade"), transport: transport.shared)
        for credential in [oauth.credential(store: MemoryTokenStore(expired)), oauth.clientCredential(), personal] {
            ear.hear(credential)
            let client = SchemesClient(
                environment.server.url, transport.shared, APICredentials(scheme: "oauth2", credential: credential),
                middleware: ear.middleware)
            for _ in 0..<2 { await ear.hear { try await client.read(ByOAuth2.self) } }
            await environment.authority.revokeAll()
            await ear.hear { try await client.read(ByOAuth2.self) }
            await ear.hear { try await credential.token() }
        }
    }
}
