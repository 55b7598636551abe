import ApusObservability
import ApusRuntime
import ChatCaptain
import Foundation
import Salesmsg
import Testing

/// Everything that a run says — errors, descriptions, mirrors, log lines, recordings of spans — read for every secret it used.
@Suite struct SecrecyTests {
    private static let secrets = [
        "tok-4f9a", "key-77aa", "app-secret", "refresh-once", "old-expired", "YWRhOnB3LTg4", "pw-88",
    ]

    /// Answers that lead into every kind of error.
    private static let answers: [Answer] = [
        .json(#"{"id": 4}"#), .json(#"{"id": {}}"#), .json(#"{"message": "no"}"#, status: 401),
        .json(#"{"error": "insufficient_scope"}"#, status: 403), .json("{}", status: 404), .json("[", status: 200),
        .json(#"{"message": "slow"}"#, status: 429), Answer(status: 500, body: "<html>"), .json("{}", status: 418),
        Answer(status: 302, headers: [Pair(name: "location", value: "http://127.0.0.1:1/x")]),
        Answer(status: 200, body: "abc", announcedLength: 100),
    ]

    @Test(arguments: Transport.allCases) func nothingSaysASecret(over transport: Transport) async throws {
        let keeper = LogKeeper()
        var said: [String] = []
        for answer in Self.answers {
            let server = try await RecordingServer.start { _ in answer }
            said += await run(server.url, transport, keeper)
            #expect(await !server.requests.isEmpty)
        }
        said += await run(try await FixedServer.refusingURL(), transport, keeper)
        said += keeper.lines
        #expect(said.count > 60)
        for secret in Self.secrets {
            let leaks = said.filter { $0.contains(secret) }
            #expect(leaks.isEmpty, "\(secret) is in: \(leaks.prefix(2))")
        }
    }

    private func run(_ url: String, _ transport: Transport, _ keeper: LogKeeper) async -> [String] {
        let middleware: [any Middleware] = [.retries(.never), .observed(logger: keeper.logger)]
        let oauth = OAuthClient(
            OAuthEndpoints(token: ServerURL("\(url)/oauth/token")), id: "app", secret: "app-secret",
            authentication: .body, transport: transport.shared)
        let expired = OAuthToken(
            accessToken: "old-expired", refreshToken: "refresh-once", expiresAt: Date(timeIntervalSinceNow: -10))
        let credential = oauth.credential(store: MemoryTokenStore(expired))
        let messengers = [
            SalesmsgCredentials.personalToken("tok-4f9a"), .oauth2(credential),
        ].map { credentials in
            SalesmsgClient(
                server: .custom(url), transport: transport.shared, credentials: credentials, middleware: middleware)
        }
        let captain = ChatCaptainClient(
            server: .custom(url), transport: transport.shared, credentials: .chatcaptainKey("key-77aa"),
            middleware: middleware)
        var said = [describe(oauth), describe(expired), describe(credential), describe(captain)]
        for client in messengers {
            said.append(describe(client))
            do { said.append(describe(try await client.fetchContact(contact: 4))) } catch {
                said.append(describe(error))
            }
            do { said.append(describe(try await client.createTag(label: "x"))) } catch { said.append(describe(error)) }
        }
        do {
            said.append(describe(try await captain.listContacts(chatbotID: "b")))
        } catch {
            said.append(describe(error))
        }
        do { said.append(describe(try await oauth.clientCredentials())) } catch { said.append(describe(error)) }
        return said
    }

    /// In every way that Swift prints a value.
    private func describe(_ value: Any) -> String {
        var text = "\(value)\n" + String(reflecting: value) + "\n"
        dump(value, to: &text, maxDepth: 8, maxItems: 4_000)
        return text
    }
}
