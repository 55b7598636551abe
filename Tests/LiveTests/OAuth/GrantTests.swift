import ApusPlatform
import ApusRuntime
import Foundation
import TestServers
import Testing

/// Every grant against a real server, from the first request to a call with the token.
@Suite struct GrantTests {
    private func read(
        _ credential: OAuthCredential, _ environment: GrantEnvironment, over transport: Transport
    ) async throws -> JSONValue {
        let client = SchemesClient(
            environment.server.url, transport.shared, APICredentials(scheme: "oauth2", credential: credential),
            middleware: [.retries(.never)])
        return try await client.read(ByOAuth2.self)
    }

    @Test(
        arguments: Transport.allCases,
        [(OAuthClient.Authentication.basic, OAuthClient.BodyFormat.form), (.body, .form), (.body, .json)])
    func clientCredentials(
        over transport: Transport, _ form: (authentication: OAuthClient.Authentication, format: OAuthClient.BodyFormat)
    ) async throws {
        let environment = try await GrantEnvironment.open()
        let oauth = environment.oauth(
            transport, secret: "right-secret", authentication: form.authentication, format: form.format)
        let credential = oauth.clientCredential(scopes: ["pets:read", "pets:write"])
        #expect(try await read(credential, environment, over: transport)["id"] == 4)
        #expect(try await read(credential, environment, over: transport)["id"] == 4)
        #expect(await environment.grants.count == 1, "one token for both calls")
        let sent = try #require(await environment.grants.first)
        #expect(sent["grant_type"] == "client_credentials")
        #expect(sent["scope"] == "pets:read pets:write")
        #expect(sent["client_secret"] == (form.authentication == .body ? "right-secret" : nil))
        let header = await environment.server.requests.first?.header("authorization")
        #expect(header == (form.authentication == .basic ? "Basic YXBwOnJpZ2h0LXNlY3JldA==" : nil))
        // The server forgets the token: it is replaced, and the call sent once more.
        await environment.authority.revokeAll()
        #expect(try await read(credential, environment, over: transport)["id"] == 4)
        #expect(await environment.grants.count == 2)
        #expect(await environment.grants.last?["grant_type"] == "client_credentials")
    }

    @Test(arguments: Transport.allCases) func aDevice(over transport: Transport) async throws {
        let environment = try await GrantEnvironment.open()
        let oauth = environment.oauth(transport, secret: nil)
        let device = try await oauth.deviceAuthorization(scopes: ["pets:read"])
        #expect(device.userCode == "WDJB-MJHT")
        #expect(device.verificationURI == "https://a.test/device")
        let token = try await oauth.token(for: device)
        #expect(environment.slept.withLock { $0 } == [.seconds(5), .seconds(5), .seconds(10)])
        #expect(token.scopes == ["pets:read"])
        #expect(
            await environment.grants.allSatisfy { $0["device_code"] == "device-secret" && $0["client_id"] == "app" })
        let credential = oauth.credential(store: MemoryTokenStore(token))
        #expect(try await read(credential, environment, over: transport)["id"] == 4)
    }

    @Test(arguments: Transport.allCases) func aDeviceIsRefused(over transport: Transport) async throws {
        let environment = try await GrantEnvironment.open()
        await environment.authority.deny()
        let oauth = environment.oauth(transport, secret: nil)
        let device = try await oauth.deviceAuthorization()
        do {
            _ = try await oauth.token(for: device)
            Issue.record("the user has said no")
        } catch {
            #expect(error.refusal?.reason == .accessDenied)
        }
        #expect(await environment.grants.count == 1)
    }

    @Test(arguments: Transport.allCases) func cancellationEndsWaitingForADevice(over transport: Transport) async throws
    {
        let environment = try await GrantEnvironment.open()
        var oauth = environment.oauth(transport, secret: nil)
        oauth.clock = .system
        let device = try await oauth.deviceAuthorization()
        let waiting = Task { [oauth] in try await oauth.token(for: device) }
        try await Task.sleep(for: .milliseconds(50))
        let start = ContinuousClock.now
        waiting.cancel()
        await #expect(throws: OAuthProblem.self) { try await waiting.value }
        #expect(ContinuousClock.now - start < .seconds(1))
        #expect(await environment.grants.isEmpty)
    }

    /// The server names a refresh token that is not its own: nothing is sent any more until there is another token.
    @Test(arguments: Transport.allCases) func aRefreshIsRefusedOnce(over transport: Transport) async throws {
        let environment = try await GrantEnvironment.open()
        let expired = OAuthToken(
            accessToken: "old", refreshToken: "unknown", expiresAt: Date(timeIntervalSinceNow: -10))
        let credential = environment.oauth(transport, secret: "right-secret").credential(
            store: MemoryTokenStore(expired))
        for _ in 0..<3 {
            do {
                _ = try await read(credential, environment, over: transport)
                Issue.record("there is no token")
            } catch {
                let failed = error as? APIError<UndocumentedFailure>
                #expect(failed?.refusal?.reason == .invalidGrant)
            }
        }
        #expect(await environment.server.requests.count == 1)
        try await credential.use(OAuthToken(accessToken: "old", refreshToken: "refresh-secret", expiresAt: Date()))
        #expect(try await read(credential, environment, over: transport)["id"] == 4)
    }
}
