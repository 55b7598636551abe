import ApusRuntime
import Foundation
import Salesmsg
import TestServers
import Testing

/// Tokens for Salesmsg, from a server that really checks them.
@Suite struct SalesmsgOAuthTests {
    /// A token whose time is over, with a refresh token that is good once.
    private func expired(scopes: [String] = ["contacts:read"]) -> OAuthToken {
        OAuthToken(
            accessToken: "old", refreshToken: "once", expiresAt: Date(timeIntervalSinceNow: -10), scopes: scopes)
    }

    @Test(arguments: Transport.allCases, [OAuthClient.BodyFormat.form, .json])
    func authorizationCodeWithPKCE(over transport: Transport, _ format: OAuthClient.BodyFormat) async throws {
        let environment = try await SalesmsgEnvironment.open(over: transport)
        let oauth = environment.oauth(format)
        let request = try oauth.authorization(
            redirectURI: "https://app.test/back", scopes: ["contacts:read", "tags:read"])
        let redirect = try await environment.browse(request)
        #expect(redirect.hasPrefix("https://app.test/back?code="))
        let token = try await oauth.exchange(redirect: redirect, for: request)
        #expect(token.scopes == ["contacts:read", "tags:read"])
        let sent = await environment.authority.exchangeFormats
        #expect(sent == [format == .json ? "application/json" : "application/x-www-form-urlencoded"])
        let credential = oauth.credential(store: MemoryTokenStore(token))
        #expect(try await environment.client(.oauth2(credential)).fetchContact(contact: 4).firstName == "Ada")
    }

    @Test(arguments: Transport.allCases)
    func aStolenCodeIsWorthNothing(over transport: Transport) async throws {
        let environment = try await SalesmsgEnvironment.open(over: transport)
        let oauth = environment.oauth()
        let mine = try oauth.authorization(redirectURI: "https://app.test/back")
        let redirect = try await environment.browse(mine)
        let code = redirect.drop { $0 != "=" }.dropFirst().prefix { $0 != "&" }
        let other = try oauth.authorization(redirectURI: "https://app.test/back")
        let forged = "https://app.test/back?code=\(code)&state=\(other.state.value)"
        do {
            _ = try await oauth.exchange(redirect: forged, for: other)
            Issue.record("the verifier is another one")
        } catch {
            guard case .refused(let refusal) = error else {
                Issue.record("this is a refusal: \(error)")
                return
            }
            #expect(refusal.reason == .invalidGrant)
        }
    }

    @Test(arguments: Transport.allCases)
    func aHundredCallersRefreshOnce(over transport: Transport) async throws {
        let environment = try await SalesmsgEnvironment.open(over: transport)
        await environment.authority.allow(access: "unused", refresh: "once", scopes: ["contacts:read"])
        let store = MemoryTokenStore(expired())
        let client = environment.client(.oauth2(environment.oauth().credential(store: store)))
        let names = try await withThrowingTaskGroup(of: String?.self) { group in
            for _ in 0..<100 { group.addTask { try await client.fetchContact(contact: 4).firstName } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(names == Array(repeating: "Ada", count: 100))
        #expect(await environment.authority.refreshCount == 1)
        #expect(await environment.calls.count == 100)
        #expect(await Set(environment.calls.map { $0.header("authorization") }).count == 1)
        let kept = try #require(store.load())
        #expect(kept.refreshToken?.value != "once", "the new refresh token is kept")
    }

    @Test(arguments: Transport.allCases)
    func aRefusedTokenIsReplacedAndTheCallSentOnceMore(over transport: Transport) async throws {
        let environment = try await SalesmsgEnvironment.open(over: transport)
        await environment.authority.allow(access: "revoked", refresh: "once", scopes: ["contacts:read"])
        await environment.authority.revoke("revoked")
        let token = OAuthToken(accessToken: "revoked", refreshToken: "once", scopes: ["contacts:read"])
        let client = environment.client(.oauth2(environment.oauth().credential(store: MemoryTokenStore(token))))
        #expect(try await client.fetchContact(contact: 4).firstName == "Ada")
        #expect(await environment.authority.refreshCount == 1)
        #expect(await environment.calls.count == 2)
        // The next token is revoked as well, and its successor has been used: one more attempt, then the 401 is final.
        let second = await environment.calls.last?.header("authorization").map { String($0.dropFirst(7)) }
        await environment.authority.revoke(try #require(second))
        #expect(try await client.fetchContact(contact: 4).firstName == "Ada", "the refresh token was rotated")
        #expect(await environment.authority.refreshCount == 2)
    }

    /// A refused call waits for the token of a concurrent refresh.
    @Test(arguments: Transport.allCases)
    func aHundredRefusedCallersRefreshOnce(over transport: Transport) async throws {
        let environment = try await SalesmsgEnvironment.open(over: transport)
        await environment.authority.allow(access: "revoked", refresh: "once", scopes: ["contacts:read"])
        await environment.authority.revoke("revoked")
        let token = OAuthToken(accessToken: "revoked", refreshToken: "once", scopes: ["contacts:read"])
        let client = environment.client(.oauth2(environment.oauth().credential(store: MemoryTokenStore(token))))
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<100 { group.addTask { _ = try await client.fetchContact(contact: 4) } }
            try await group.waitForAll()
        }
        #expect(await environment.authority.refreshCount == 1)
    }

    /// A token that would expire on its way is replaced before; one with more time than the margin is not.
    @Test(arguments: Transport.allCases)
    func aTokenIsReplacedBeforeItExpires(over transport: Transport) async throws {
        for (seconds, count) in [(59.0, 1), (120, 0)] {
            let environment = try await SalesmsgEnvironment.open(over: transport)
            await environment.authority.allow(access: "young", refresh: "once", scopes: ["contacts:read"])
            let token = OAuthToken(
                accessToken: "young", refreshToken: "once", expiresAt: Date(timeIntervalSinceNow: seconds),
                scopes: ["contacts:read"])
            let client = environment.client(.oauth2(environment.oauth().credential(store: MemoryTokenStore(token))))
            #expect(try await client.fetchContact(contact: 4).firstName == "Ada")
            #expect(await environment.authority.refreshCount == count, "\(seconds) seconds")
            #expect(await environment.calls.count == 1, "no 401 was needed")
        }
    }

    /// A token that another process has stored is used before an own refresh.
    @Test(arguments: Transport.allCases)
    func aTokenOfAnotherProcessIsTaken(over transport: Transport) async throws {
        let environment = try await SalesmsgEnvironment.open(over: transport)
        await environment.authority.allow(access: "theirs", refresh: "once", scopes: ["contacts:read"])
        let store = MemoryTokenStore(OAuthToken(accessToken: "mine", refreshToken: "spent", scopes: ["contacts:read"]))
        let credential = environment.oauth().credential(store: store)
        _ = try await credential.token()
        store.save(OAuthToken(accessToken: "theirs", refreshToken: "once", scopes: ["contacts:read"]))
        #expect(try await environment.client(.oauth2(credential)).fetchContact(contact: 4).firstName == "Ada")
        #expect(await environment.authority.refreshCount == 0)
        #expect(await environment.calls.map { $0.header("authorization") } == ["Bearer mine", "Bearer theirs"])
    }

    @Test(arguments: Transport.allCases)
    func aSecondRefusalIsTheAnswer(over transport: Transport) async throws {
        let environment = try await SalesmsgEnvironment.open(over: transport)
        let credential = OAuthCredential(store: MemoryTokenStore(OAuthToken(accessToken: "a"))) { old in
            OAuthToken(accessToken: (old?.accessToken.value ?? "") + "a")
        }
        do {
            _ = try await environment.client(.oauth2(credential)).fetchContact(contact: 4)
            Issue.record("no token is good")
        } catch {
            #expect(error.status == 401)
            guard case .response(.unauthorized) = error.kind else {
                Issue.record("401 is documented: \(error)")
                return
            }
        }
        #expect(await environment.calls.map { $0.header("authorization") } == ["Bearer a", "Bearer aa"])
    }

    @Test(arguments: Transport.allCases)
    func aPersonalTokenIsTraded(over transport: Transport) async throws {
        let environment = try await SalesmsgEnvironment.open(over: transport)
        await environment.authority.allow(access: "personal", refresh: nil, scopes: ["contacts:read"])
        let nearEnd = OAuthToken(accessToken: "personal", expiresAt: Date(timeIntervalSinceNow: 60))
        let credential = OAuthCredential.personalToken(
            nearEnd, refreshURL: ServerURL("\(environment.server.url)/oauth/personal-token/refresh"),
            transport: transport.shared)
        let client = environment.client(.personalToken(credential))
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<20 { group.addTask { _ = try await client.fetchContact(contact: 4) } }
            try await group.waitForAll()
        }
        #expect(await environment.authority.refreshCount == 1)
        let trade = try #require(await environment.server.requests.first { $0.path.hasPrefix("/oauth") })
        #expect(trade.header("authorization") == "Bearer personal")
        #expect(trade.body.isEmpty)
        #expect(await environment.calls.allSatisfy { $0.header("authorization") != "Bearer personal" })
    }

    @Test(arguments: Transport.allCases)
    func aMissingScopeIsNamedBeforeAnythingIsSent(over transport: Transport) async throws {
        let environment = try await SalesmsgEnvironment.open(over: transport)
        let token = OAuthToken(accessToken: "a", scopes: ["tags:read", "contacts:read"])
        let client = environment.client(.oauth2(environment.oauth().credential(store: MemoryTokenStore(token))))
        do {
            _ = try await client.createTag(label: "x")
            Issue.record("the scope is missing")
        } catch {
            guard case .credentials(.missingScopes(let scheme, let operation, let scopes)) = error.kind else {
                Issue.record("the scope is missing: \(error)")
                return
            }
            #expect([scheme, operation] + scopes == ["oauth2", "createTag", "tags:write"])
        }
        #expect(await environment.server.requests.isEmpty)
    }

    /// A token with unknown scopes is sent, and the server's refusal is typed.
    @Test(arguments: Transport.allCases)
    func theServersRefusalIsTyped(over transport: Transport) async throws {
        let environment = try await SalesmsgEnvironment.open(over: transport)
        await environment.authority.allow(access: "narrow", refresh: nil, scopes: ["contacts:read"])
        do {
            _ = try await environment.client(.oauth2("narrow")).createTag(label: "x")
            Issue.record("the scope is missing")
        } catch {
            #expect(error.refusal?.reason == .insufficientScope)
            #expect(error.status == 403)
        }
    }

    @Test(arguments: Transport.allCases)
    func aMissingAgreementIsTyped(over transport: Transport) async throws {
        let environment = try await SalesmsgEnvironment.open(over: transport)
        await environment.authority.allow(access: "unused", refresh: "once", scopes: ["contacts:read"])
        await environment.authority.demandAgreement()
        let client = environment.client(.oauth2(environment.oauth().credential(store: MemoryTokenStore(expired()))))
        do {
            _ = try await client.fetchContact(contact: 4)
            Issue.record("there is no agreement")
        } catch {
            guard case .credentials(.failed("oauth2", let underlying)) = error.kind,
                case .refused(let refusal)? = underlying as? OAuthProblem
            else {
                Issue.record("the token was refused: \(error)")
                return
            }
            #expect(refusal.reason == SalesmsgCredentials.agreementRequired)
            #expect(refusal.message?.contains("Business Associate Agreement") == true)
            #expect(refusal.status == 403)
            #expect(!"\(error)".contains("once") && !"\(error)".contains("app-secret"))
        }
        #expect(await environment.calls.isEmpty)
    }
}
