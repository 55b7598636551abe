import ApusPlatform
import Testing

@testable import ApusRuntime

@Suite struct OAuthDeviceTests {
    static let start = InMemoryTransport.Answer.json(
        #"{"device_code":"device-secret","user_code":"WDJB-MJHT","verification_uri":"https://pets.test/device","#
            + #""expires_in":120,"interval":5}"#)

    private static func error(_ code: String) -> InMemoryTransport.Answer {
        .json(#"{"error":"\#(code)"}"#, status: .badRequest)
    }

    @Test func waitsAsLongAsTheServerSays() async throws {
        let server = OAuthServer(
            Self.start, Self.error("authorization_pending"), Self.error("slow_down"),
            Self.error("authorization_pending"), OAuthServer.tokens(1))
        let client = server.client(secret: nil)
        let device = try await client.deviceAuthorization(scopes: ["a"])
        #expect(device.userCode == "WDJB-MJHT" && device.verificationURI == "https://pets.test/device")
        let token = try await client.token(for: device)
        #expect(token.accessToken == "access-1" && token.scopes == ["a"])
        #expect(server.time.slept == [.seconds(5), .seconds(5), .seconds(10), .seconds(10)])
        #expect(server.sent[0].fields == ["scope": "a", "client_id": "app"])
        #expect(
            server.sent[1].fields == [
                "grant_type": "urn:ietf:params:oauth:grant-type:device_code", "device_code": "device-secret",
                "client_id": "app",
            ])
    }

    @Test func endsWhenTheCodeExpires() async throws {
        let server = OAuthServer(Self.start, Self.error("authorization_pending"))
        let client = server.client()
        let device = try await client.deviceAuthorization()
        await #expect { try await client.token(for: device) } throws: { error in
            if case OAuthProblem.deviceCodeExpired = error { true } else { false }
        }
        // 120 seconds, one question each 5.
        #expect(server.sent.count == 1 + 24)
    }

    @Test func endsWhenTheUserRefuses() async throws {
        let server = OAuthServer(Self.start, Self.error("access_denied"))
        let client = server.client()
        let device = try await client.deviceAuthorization()
        await #expect { try await client.token(for: device) } throws: { error in
            if case OAuthProblem.refused(let refusal) = error { refusal.reason == .accessDenied } else { false }
        }
        #expect(server.sent.count == 2)
    }

    @Test func backsOffWhenNobodyAnswers() async throws {
        let server = OAuthServer(Self.start, OAuthServer.tokens(1))
        let device = try await server.client().deviceAuthorization()
        let attempts = Lock(0)
        var client = OAuthClient(
            OAuthServer.endpoints, id: "app",
            transport: InMemoryTransport { request, body in
                let attempt = attempts.withLock {
                    $0 += 1; return $0
                }
                if attempt < 3 { throw TransportProblem(.timedOut, "") }
                return server.answer(request, String(decoding: body, as: UTF8.self))
            })
        client.clock = server.time.clock
        _ = try await client.token(for: device)
        #expect(server.time.slept == [.seconds(5), .seconds(10), .seconds(20)])
    }

    @Test func cancellationEndsTheWaiting() async throws {
        let server = OAuthServer(Self.start, Self.error("authorization_pending"))
        var client = server.client()
        let device = try await client.deviceAuthorization()
        client.clock = OAuthClock(now: server.time.clock.now, sleep: OAuthClock.system.sleep)
        let waiting = Task { [client] in try await client.token(for: device) }
        waiting.cancel()
        await #expect { try await waiting.value } throws: { error in
            if case OAuthProblem.cancelled = error { true } else { false }
        }
    }
}
