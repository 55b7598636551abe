import Foundation
import Testing

@testable import ApusRuntime

@Suite struct OAuthPersonalTokenTests {
    private static func credential(_ server: OAuthServer, _ token: OAuthToken) -> OAuthCredential {
        .personalToken(
            token, refreshURL: "https://api.pets.test/oauth/personal-token/refresh", transport: server.transport(),
            clock: server.time.clock)
    }

    /// A JWT that ends at that second.
    private static func jwt(_ seconds: Int) -> String {
        let claims = Data(#"{"sub":"1","exp":\#(seconds)}"#.utf8).base64EncodedString().replacing("=", with: "")
        return "e30.\(claims).c2ln"
    }

    @Test func oldTokenBuysTheNewOne() async throws {
        let second = Self.jwt(1_007_200)
        let server = OAuthServer(
            .json(#"{"token_type":"Bearer","expires_in":3600,"access_token":"\#(second)"}"#),
            .json(#"{"token_type":"Bearer","access_token":"third"}"#))
        let first = Self.jwt(1_003_600)
        let credential = Self.credential(server, OAuthToken(accessToken: first, scopes: ["pets:read"]))
        #expect(try await credential.token().accessToken.value == first)
        server.time.advance(3300)
        let fresh = try await credential.token()
        #expect(fresh.accessToken.value == second && fresh.scopes == ["pets:read"])
        let sent = try #require(server.sent.first)
        #expect(sent.request.headerFields[.authorization] == "Bearer \(first)")
        #expect(sent.request.path == "/oauth/personal-token/refresh" && sent.body.isEmpty)
        #expect(sent.request.headerFields[.contentType] == nil)
        server.time.advance(3300)
        #expect(try await credential.token().accessToken == "third")
        #expect(server.sent[1].request.headerFields[.authorization] == "Bearer \(second)")
    }

    @Test func expiredOneAsksForThePerson() async throws {
        let server = OAuthServer(
            .json(#"{"message":"Unauthorized","auth_required":true}"#, status: .unauthorized))
        let credential = Self.credential(server, OAuthToken(accessToken: Self.jwt(1_000_000)))
        for _ in 0..<2 {
            await #expect { try await credential.token() } throws: { error in
                "\(error)" == "the user has to authorize again: Unauthorized (status 401)"
            }
        }
        try await credential.use(nil)
        await #expect(throws: OAuthProblem.self) { try await credential.token() }
        #expect(server.sent.count == 1)
    }

    @Test func brokenTokensAreNotSent() async throws {
        let server = OAuthServer(OAuthServer.tokens(1))
        let token = OAuthToken(accessToken: "a\r\nX-Evil: 1", expiresAt: server.time.now)
        await #expect(throws: OAuthProblem.self) { try await Self.credential(server, token).token() }
        #expect(server.sent.isEmpty)
    }

    @Test(arguments: ["", "a", "a.b", "a.b.c", "..", "e30.e30.e30", "e30.eyJleHAiOiJ4In0.e30", "e30.eyJleHAiOjFlMzB9."])
    func whatIsNoJWTHasNoEnd(text: String) {
        #expect(OAuthToken.expiry(ofJWT: text) == nil)
    }
}
