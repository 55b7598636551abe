import Foundation
import Testing

@testable import ApusRuntime

@Suite struct IdempotencyKeyTests {
    static func keys(_ server: ScriptedServer, _ header: String = "Idempotency-Key") -> [String?] {
        server.requests.map { request in HTTPField.Name(header).flatMap { request.headerFields[$0] } }
    }

    static let placements: [@Sendable (IdempotencyKeyMiddleware) -> [any APIMiddleware]] = [
        { [$0, RetryMiddleware.tested()] }, { [RetryMiddleware.tested(), $0] },
    ]

    @Test(arguments: [0, 1]) func aGeneratedKeyIsTheSameInEveryAttempt(_ placement: Int) async throws {
        let server = ScriptedServer(.status(503), .fail(.closedEarly), .ok)
        #expect(await server.create(Self.placements[placement](.idempotencyKeys(header: "X-Key"))) == nil)
        let keys = Self.keys(server, "x-key")
        #expect(keys.count == 3)
        #expect(Set(keys).count == 1)
        #expect(UUID(uuidString: try #require(keys[0])) != nil)
        #expect(Self.keys(server) == [nil, nil, nil])
    }

    @Test func everyCallHasItsOwn() async {
        let server = ScriptedServer(.ok)
        let middleware: [any APIMiddleware] = [.idempotencyKeys()]
        for _ in 0..<3 { _ = await server.create(middleware) }
        #expect(Set(Self.keys(server)).count == 3)
    }

    @Test func safeCallsNeedNone() async {
        let server = ScriptedServer(.status(503), .ok)
        #expect(await server.delete([RetryMiddleware.tested(), .idempotencyKeys()]) == nil)
        #expect(Self.keys(server) == [nil, nil])
    }

    @Test func theCallersKeyGoesFirst() async {
        let options = CallOptions(idempotencyKey: "k1")
        let plain = ScriptedServer(.status(503), .ok)
        #expect(await plain.create([RetryMiddleware.tested()], options) == nil)
        #expect(Self.keys(plain) == ["k1", "k1"])
        let named = ScriptedServer(.status(503), .ok)
        #expect(await named.create([RetryMiddleware.tested(), .idempotencyKeys(header: "X-Key")], options) == nil)
        #expect(Self.keys(named, "X-Key") == ["k1", "k1"])
        #expect(Self.keys(named) == [nil, nil])
        let usual = ScriptedServer(.status(503), .ok)
        #expect(await usual.create([RetryMiddleware.tested(), .idempotencyKeys(makeKey: { "other" })], options) == nil)
        #expect(Self.keys(usual) == ["k1", "k1"])
    }

    @Test func aHeaderOfTheCallStays() async throws {
        let server = ScriptedServer(.status(503), .ok)
        let name = try #require(HTTPField.Name("X-Key"))
        let options = CallOptions(headers: [name: "mine"])
        #expect(await server.create([RetryMiddleware.tested(), .idempotencyKeys(header: "X-Key")], options) == nil)
        #expect(Self.keys(server, "X-Key") == ["mine", "mine"])
    }

    @Test(arguments: [("X Key", "k"), ("", "k"), ("X-Key", "a\r\nb"), ("X-Key", "a\0")])
    func whatNoHeaderCanHoldIsRefused(_ header: String, _ key: String) async throws {
        let server = ScriptedServer(.ok)
        let error = try #require(await server.create([.idempotencyKeys(header: header, makeKey: { key })]))
        guard case .encoding(let problem) = error.kind else { throw error }
        #expect(problem.path == "header \(header)")
        #expect(server.requests.isEmpty)
    }
}
