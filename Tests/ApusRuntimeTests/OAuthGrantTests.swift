import ApusPlatform
import Testing

@testable import ApusRuntime

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite struct OAuthGrantTests {
    /// FIPS 180-4 examples, and a text longer than one block.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (String(repeating: "a", count: 1000), "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3"),
    ])
    func hashes(text: String, expected: String) {
        let digits = Array("0123456789abcdef")
        let hex = SHA256.digest(of: text.utf8).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        #expect(String(hex) == expected)
    }

    /// RFC 7636, appendix B.
    @Test func proofKeyIsThatOfTheRFC() throws {
        let pkce = try #require(PKCE(verifier: "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"))
        #expect(pkce.challenge == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
        #expect(PKCE(verifier: "short") == nil)
        #expect(PKCE(verifier: String(repeating: "é", count: 50)) == nil)
        let made = PKCE()
        #expect(PKCE(verifier: made.verifier.value) == made)
        #expect(made != PKCE())
    }

    @Test func authorizationCodeFromStartToToken() async throws {
        let server = OAuthServer(OAuthServer.tokens(1))
        let client = server.client()
        let request = try client.authorization(
            redirectURI: "https://app.test/back?x=1", scopes: ["pets:read", "pets:write"],
            extra: [("prompt", "consent")])
        let query = OAuthServer.form(String(request.url.drop { $0 != "?" }.dropFirst()))
        #expect(request.url.hasPrefix("https://login.pets.test/authorize?response_type=code&client_id=app&"))
        #expect(query["redirect_uri"] == "https://app.test/back?x=1")
        #expect(query["scope"] == "pets:read pets:write")
        #expect(query["state"] == request.state.value && request.state.value.count == 43)
        #expect(query["code_challenge"] == request.pkce?.challenge)
        #expect(query["code_challenge_method"] == "S256")
        #expect(query["prompt"] == "consent")
        let kept = try JSONDecoder().decode(OAuthAuthorization.self, from: JSONEncoder().encode(request))
        let token = try await client.exchange(
            redirect: "https://app.test/back?x=1&code=a%2Bb+c&state=\(request.state.value)#_=_", for: kept)
        let sent = try #require(server.sent.first)
        #expect(sent.request.path == "/token/")
        #expect(
            sent.fields == [
                "grant_type": "authorization_code", "code": "a+b c", "redirect_uri": "https://app.test/back?x=1",
                "code_verifier": request.pkce?.verifier.value, "client_id": "app", "client_secret": "s3cret",
            ])
        #expect(token.accessToken == "access-1" && token.refreshToken == "refresh-1")
        #expect(token.expiresAt == server.time.now.addingTimeInterval(3600))
        #expect(token.scopes == ["pets:read", "pets:write"])
    }

    @Test func redirectsAreChecked() async throws {
        let server = OAuthServer(OAuthServer.tokens(1))
        let client = server.client()
        let request = try client.authorization()
        let state = request.state.value
        let refused: [(String, String)] = [
            ("/back?code=1&state=other", "state is another one"), ("/back?code=1", "state is another one"),
            ("/back?state=\(state)", "no code"), ("/back", "no query"),
            ("/back?code=1&code=2&state=\(state)", "code twice"), ("/back?code=%zz&%=&&=&state", "state"),
            (
                "?error=access_denied&error_description=The+user+said+no&state=\(state)",
                "access_denied: The user said no"
            ),
        ]
        for (redirect, reason) in refused {
            do {
                _ = try await client.exchange(redirect: redirect, for: request)
                Issue.record("\(redirect) was taken")
            } catch {
                #expect("\(error)".contains(reason), "\(error)")
            }
        }
        #expect(server.sent.isEmpty)
        #expect(try request.code(in: "?code=1&state=\(state)") == "1")
    }

    @Test func clientProvesItselfAsTheServerWants() async throws {
        let server = OAuthServer(OAuthServer.tokens(1, scope: "a b"))
        _ = try await server.client(secret: "p:w +é", authentication: .basic).clientCredentials(scopes: ["a"])
        _ = try await server.client(secret: nil).clientCredentials()
        var json = server.client(authentication: .body, bodyFormat: .json)
        json.parameters = [("audience", "pets")]
        let token = try await json.clientCredentials(scopes: ["a", "b", "c"])
        let sent = server.sent
        // app:p%3Aw+%2B%C3%A9
        #expect(sent[0].request.headerFields[.authorization] == "Basic YXBwOnAlM0F3KyUyQiVDMyVBOQ==")
        #expect(sent[0].fields == ["grant_type": "client_credentials", "scope": "a"])
        #expect(sent[0].request.headerFields[.contentType] == "application/x-www-form-urlencoded")
        #expect(sent[0].request.headerFields[.accept] == "application/json")
        #expect(sent[1].fields == ["grant_type": "client_credentials", "client_id": "app"])
        #expect(
            sent[2].body
                == #"{"grant_type":"client_credentials","scope":"a b c","audience":"pets","client_id":"app","#
                + #""client_secret":"s3cret"}"#)
        #expect(sent[2].request.headerFields[.contentType] == "application/json")
        #expect(token.scopes == ["a", "b"])
    }

    @Test func refreshKeepsWhatTheServerLeavesOut() async throws {
        let server = OAuthServer(.json(#"{"access_token":"access-1","expires_in":"60","id_token":"x","scope":""}"#))
        let token = try await server.client().refresh(.old(scopes: ["a"]))
        #expect(token.refreshToken == "refresh-0" && token.scopes == ["a"])
        #expect(token.expiresAt == server.time.now.addingTimeInterval(60))
        #expect(token.parameters == ["id_token": "x"])
        #expect(server.sent[0].request.path == "/token/refresh")
        #expect(server.sent[0].fields["refresh_token"] == "refresh-0")
    }

    @Test func secretsNeedEncryption() async throws {
        let server = OAuthServer(OAuthServer.tokens(1))
        var client = server.client()
        for (url, isFine) in [
            ("http://login.pets.test/token", false), ("http://localhost.evil.test/token", false), ("/token", false),
            ("http://localhost:8080/token", true), ("http://127.0.0.1/token", true), ("http://[::1]:80/token", true),
            ("https://login.pets.test", true), ("https://user:pw@pets.test/token", false),
        ] as [(ServerURL, Bool)] {
            client.endpoints.token = url
            let token = try? await client.clientCredentials()
            #expect((token != nil) == isFine, "\(url)")
        }
        client.allowsPlainHTTP = true
        client.endpoints.token = "http://login.pets.test/token"
        _ = try await client.clientCredentials()
        client.endpoints.token = nil
        await #expect(throws: OAuthProblem.self) { try await client.clientCredentials() }
        #expect(
            OAuthEndpoints(token: "/oauth/token").resolved(against: "https://api.pets.test/v1").token
                == "https://api.pets.test/oauth/token")
    }
}
