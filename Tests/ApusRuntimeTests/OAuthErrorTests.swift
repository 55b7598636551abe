import Foundation
import Testing

@testable import ApusRuntime

@Suite struct OAuthErrorTests {
    private static func refusal(
        _ body: String, _ status: HTTPResponse.Status
    ) async -> (error: OAuthError?, refusal: OAuthRefusal?) {
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
        let agreement = "Access denied. You must have a signed Business Associate Agreement (BAA) to continue."
        let denied = await Self.refusal(#"{"message":"\#(agreement)","status":403}"#, .forbidden)
        #expect(denied.refusal == OAuthRefusal(reason: .agreementRequired, text: agreement, status: 403))
        let underSuccess = await Self.refusal(#"{"error":"invalid_grant"}"#, .ok)
        #expect(underSuccess.refusal == OAuthRefusal(reason: .invalidGrant, status: 200))
        let nested = await Self.refusal(#"{"error":{"code":"over_limit","message":"slow"}}"#, .tooManyRequests)
        #expect(
            nested.refusal
                == OAuthRefusal(reason: OAuthRefusal.Reason(rawValue: "over_limit"), text: "slow", status: 429))
        let list = await Self.refusal(#"{"message":["a","b"]}"#, .badRequest)
        #expect(list.refusal == OAuthRefusal(reason: .unnamed, text: "a, b", status: 400))
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
        show(Credentials(scheme: "oauth2", credential: credential))
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
