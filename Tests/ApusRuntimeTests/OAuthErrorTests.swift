import Foundation
import Testing

@testable import ApusRuntime

@Suite struct OAuthErrorTests {
    private static func refusal(
        _ body: String, _ status: HTTPResponse.Status
    ) async -> (error: OAuthProblem?, refusal: OAuthRefusal?) {
        let server = OAuthServer(.json(body, status: status))
        do {
            _ = try await server.client().refresh(.old())
            return (nil, nil)
        } catch {
            if case .refused(let refusal) = error { return (error, refusal) }
            return (error, nil)
        }
    }

    @Test func refusalsAreTyped() async {
        let standard = await Self.refusal(
            #"{"error":"invalid_client","error_description":"who?","error_uri":"https://pets.test/e"}"#, .unauthorized)
        #expect(
            standard.refusal
                == OAuthRefusal(reason: .invalidClient, text: "who?", uri: "https://pets.test/e", status: 401))
        #expect(standard.error?.description.contains("id and secret in the body") == true)
        let underSuccess = await Self.refusal(#"{"error":"invalid_grant"}"#, .ok)
        #expect(underSuccess.refusal == OAuthRefusal(reason: .invalidGrant, status: 200))
        let nested = await Self.refusal(#"{"error":{"code":"over_limit","message":"slow"}}"#, .tooManyRequests)
        #expect(
            nested.refusal
                == OAuthRefusal(reason: OAuthRefusal.Reason(rawValue: "over_limit"), text: "slow", status: 429))
        let list = await Self.refusal(#"{"message":["a","b"]}"#, .badRequest)
        #expect(list.refusal == OAuthRefusal(reason: .unnamed, text: "a, b", status: 400))
    }

    private static let agreement = OAuthRefusal.Reason(rawValue: "agreement_required")
    private static let rules = [
        RefusalRule(status: 403, text: "a signed agreement", means: agreement, message: "Sign it first."),
        RefusalRule(status: 400, code: "gone", means: .invalidGrant),
        RefusalRule(means: .slowDown),
    ]

    /// Every given part of a rule has to match, and a rule without parts matches nothing.
    @Test(arguments: [
        (#"{"message":"We need a signed agreement."}"#, 403, agreement, "Sign it first."),
        (#"{"error":"denied","message":"We need a signed agreement."}"#, 403, agreement, "Sign it first."),
        (#"{"message":"We need a signed agreement."}"#, 400, OAuthRefusal.Reason.unnamed, nil),
        (#"{"message":"We need an agreement."}"#, 403, .unnamed, nil),
        (#"{"error":{"code":"gone"}}"#, 400, .invalidGrant, nil),
        (#"{"error":"gone"}"#, 403, OAuthRefusal.Reason(rawValue: "gone"), nil),
    ])
    func rulesNameRefusals(
        _ body: String, _ status: Int, _ reason: OAuthRefusal.Reason, _ message: String?
    ) async throws {
        let server = OAuthServer(.json(body, status: HTTPResponse.Status(code: status)))
        var client = server.client()
        client.endpoints.refusals = Self.rules
        do {
            _ = try await client.refresh(.old())
            Issue.record("no error")
        } catch {
            let refusal = try #require(error.refusal)
            #expect(refusal.reason == reason)
            #expect(refusal.message == message)
            #expect(refusal.description.contains("Sign it first.") == (message != nil))
        }
    }

    /// The same for a call that the API refuses.
    @Test func rulesNameRefusalsOfCalls() async throws {
        let transport = InMemoryTransport { _, _ in
            .json(#"{"message":"We need a signed agreement."}"#, status: .forbidden)
        }
        let core = ClientCore(
            server: "https://api.pets.test", transport: transport, client: "Pets/1", refusals: Self.rules)
        do {
            try await PetsClient(core: core).send(DeletePet(petID: 1))
            Issue.record("no error")
        } catch {
            #expect(error.refusal?.reason == Self.agreement)
        }
    }

    @Test(arguments: [
        ("<html>", 503, "not with a JSON object"), ("[]", 200, "not with a JSON object"),
        ("{}", 200, "without an access_token"), (#"{"access_token":5}"#, 200, "without an access_token"),
        (#"{"access_token":"t","token_type":"mac"}"#, 200, "only bearer"), ("{}", 307, "a redirect"),
        ("", 200, "not with a JSON object"),
    ])
    func strangeAnswersAreNoTokens(body: String, status: Int, reason: String) async {
        let error = await Self.refusal(body, HTTPResponse.Status(code: status)).error
        guard case .unexpectedResponse(status, let said) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(said.contains(reason))
    }

    @Test func insufficientScopeOfACallIsNamed() async throws {
        let answers: [InMemoryTransport.Answer] = [
            InMemoryTransport.Answer(
                status: .forbidden,
                headers: [
                    .wwwAuthenticate:
                        #"Basic realm="a, b", Bearer error="insufficient_scope", scope="pets:read pets:\"w""#
                ]),
            .json(#"{"message":"insufficient_scope"}"#, status: .forbidden),
        ]
        for (index, answer) in answers.enumerated() {
            let client = PetsClient(transport: InMemoryTransport { _, _ in answer }, credentials: .bearerAuth("t"))
            do {
                _ = try await client.fetchPet(petID: "1")
                Issue.record("answered")
            } catch {
                #expect(error.refusal?.reason == .insufficientScope)
                #expect(error.refusal?.scopes == (index == 0 ? ["pets:read", #"pets:"w"#] : []))
            }
        }
    }

    @Test func nothingPrintsASecret() async throws {
        let secrets = [
            "geheim-", "access-1", "refresh-1", "refresh-0", "access-0", "device-secret",
        ]
        var shown = ""
        func show(_ value: Any) {
            shown += "\(value) \(String(reflecting: value)) "
            dump(value, to: &shown)
        }
        let server = OAuthServer(OAuthServer.tokens(1))
        var client = server.client(secret: "geheim-secret")
        client.parameters = [("assertion", "geheim-assertion")]
        let authorization = try client.authorization(redirectURI: "https://app.test", scopes: ["a"])
        let token = try await client.exchange(
            redirect: "?code=geheim-code&state=\(authorization.state.value)", for: authorization)
        let store = MemoryTokenStore(.old())
        let credential = client.credential(store: store)
        _ = try await credential.token()
        show(client)
        show(authorization)
        show(token)
        show(store)
        show(credential)
        show(PKCE())
        let device = OAuthServer(OAuthDeviceTests.start)
        show(try await device.client().deviceAuthorization())
        show(APICredentials(scheme: "oauth2", credential: credential))
        let refusing = OAuthServer(
            .json(
                #"{"error":"geheim-secret","error_description":"no: refresh-0 geheim-secret geheim-assertion","error_uri":"x:refresh-0"}"#,
                status: .badRequest))
        do {
            var client = refusing.client(secret: "geheim-secret")
            client.parameters = [("assertion", "geheim-assertion")]
            _ = try await client.refresh(.old())
            Issue.record("refreshed")
        } catch {
            show(error)
            show(CredentialProblem.failed(scheme: "oauth2", underlying: error))
        }
        let pkce = try #require(authorization.pkce)
        for secret in secrets + [pkce.verifier.value, authorization.state.value] {
            #expect(!shown.contains(secret), "\(secret)")
        }
        #expect(shown.contains("<redacted>"))
    }
}
