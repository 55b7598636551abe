import ApusPlatform
import ApusRuntime
import ApusWebhooks
import Foundation
import Hummingbird
import TestServers
import Testing
import Wire

/// Webhooks as a real server receives them: verified, decoded, and distinguished.
@Suite struct WireEventTests {
    /// The server's result for a message.
    private func post(
        _ kind: TransportKind, _ body: String, _ headers: [(String, String)], to path: String = "/hooks"
    ) async throws -> String {
        let (answers, continuation) = AsyncStream<String>.makeStream()
        try await LoopbackServer.run(Self.router()) { port in
            var request = HTTPRequest(method: .post, scheme: "http", authority: "127.0.0.1:\(port)", path: path)
            for (name, value) in headers {
                if let field = HTTPField.Name(name) { request.headerFields[field] = value }
            }
            let response = try await kind.make().send(request, body: .text(body), options: .standard)
            continuation.yield(String(decoding: try await response.body.collect(), as: UTF8.self))
            continuation.finish()
        }
        for await answer in answers { return answer }
        return ""
    }

    private static func router() -> Router<BasicRequestContext> {
        let router = Router()
        let verifier = WebhookSignature(.hmacSHA256("secret"), header: "X-Signature", prefix: "sha256=")
        router.post("hooks") { request, _ in
            let body = try await request.body.collect(upTo: 1 << 20)
            do {
                let event: WireEvent = try verifier.event(headers: request.headers, body: Array(body.readableBytesView))
                return "\(event)"
            } catch let problem as WebhookProblem {
                return "refused: \(problem)"
            }
        }
        router.post("named") { request, _ in
            let body = try await request.body.collect(upTo: 1 << 20)
            do {
                let event = try UnsignedWebhooks().event(
                    WireEvent.self, headers: request.headers, body: Array(body.readableBytesView),
                    named: .header("X-Event"))
                return "\(event)"
            } catch let problem as WebhookProblem {
                return "refused: \(problem)"
            }
        }
        let told = Lock<[ContractDifference]>([])
        let checks = ContractChecks.observe { difference in told.withLock { $0.append(difference) } }
        router.post("observed") { request, _ in
            let body = try await request.body.collect(upTo: 1 << 20)
            _ = try UnsignedWebhooks().event(
                WireEvent.self, headers: request.headers, body: Array(body.readableBytesView),
                named: .header("X-Event"),
                checks: checks)
            return told.withLock { $0 }.map(\.description).joined(separator: "\n")
        }
        return router
    }

    /// Foundation sets the content type of a form for a body without one.
    private static let json = ("Content-Type", "application/json")
    private static let created = #"{"type":"created","details":{"id":"d"}}"#

    @Test(arguments: TransportKind.allCases) func signed(kind: TransportKind) async throws {
        let code = "sha256=\(Self.signature(of: Self.created))"
        let created = try await post(kind, Self.created, [("X-Signature", code), ("Content-Type", "application/json")])
        #expect(created.hasPrefix("detailsCreated(") && created.contains(#"id: "d""#))
        #expect(try await post(kind, Self.created + " ", [("X-Signature", code)]) == "refused: no signature fits")
        #expect(try await post(kind, Self.created, []) == "refused: the header X-Signature is missing")
        let unknown = #"{"type":"moved"}"#
        let moved = try await post(kind, unknown, [("X-Signature", "sha256=\(Self.signature(of: unknown))")])
        #expect(moved.hasPrefix("unknown("))
    }

    @Test(arguments: TransportKind.allCases) func named(kind: TransportKind) async throws {
        let deleted = try await post(
            kind, #"{"type":"deleted","id":"x"}"#, [("X-Event", "details.deleted"), Self.json], to: "/named")
        #expect(deleted.hasPrefix("detailsDeleted("))
        let form = try await post(
            kind, "name=a+b&amount=2",
            [("X-Event", "text.received"), ("Content-Type", "application/x-www-form-urlencoded")], to: "/named")
        #expect(form.hasPrefix("textReceived(") && form.contains(#""a b""#))
        #expect(
            try await post(kind, #"{"a":1}"#, [("X-Event", "new.kind"), Self.json], to: "/named").hasPrefix("unknown("))
        #expect(
            try await post(kind, #"{"type":"deleted"}"#, [("X-Event", "details.deleted"), Self.json], to: "/named")
                .hasPrefix(
                    "refused: "))
        #expect(try await post(kind, "{}", [], to: "/named") == "refused: the header X-Event is missing")
    }

    /// Each difference to the document is told, without its value.
    @Test(arguments: TransportKind.allCases) func observed(kind: TransportKind) async throws {
        let body = #"{"type":"deleted","id":"x","by":"s3cret"}"#
        let told = try await post(kind, body, [("X-Event", "details.deleted"), Self.json], to: "/observed")
        #expect(
            told.contains(#"has a member "by" that is not documented, a string"#) && !told.contains("s3cret"), "\(told)"
        )
    }

    /// A webhook without a body, and one with an optional body.
    @Test(arguments: TransportKind.allCases) func withoutBody(kind: TransportKind) async throws {
        let ping = try await post(kind, "", [("X-Event", "ping")], to: "/named")
        #expect(ping.hasPrefix("ping("), "\(ping)")
        let moved = try await post(kind, #"{"id":"x"}"#, [("X-Event", "details.moved"), Self.json], to: "/named")
        #expect(moved.hasPrefix("detailsMoved(Optional("), "\(moved)")
        let left = try await post(kind, "", [("X-Event", "details.moved")], to: "/named")
        #expect(left == "detailsMoved(nil)")
        let missing = try await post(kind, "", [("X-Event", "details.deleted")], to: "/named")
        #expect(missing.hasPrefix("refused: "), "this one needs its body")
        // HMAC-SHA256 of nothing with the key `secret`.
        let code = "f9e66e179b6747ae54108f82f8ade8b3c25d76fd30afde6c395822c530196169"
        #expect(try await post(kind, "", [("X-Signature", "sha256=\(code)")]).hasPrefix("ping("))
    }

    /// HMAC-SHA256 with the key `secret`, as `openssl dgst -sha256 -hmac secret` gives it.
    private static func signature(of body: String) -> String {
        [
            created: "87940a4b9a0bee0d17d98f20cb070ac530fca5f4c5775c2dc7170ea2e1fb1725",
            #"{"type":"moved"}"#: "d790181cb96aa96e68f3b3b7a2d73f5e9d87e9a82af74bc3638d7ef6f7955cf5",
        ][body] ?? ""
    }
}
