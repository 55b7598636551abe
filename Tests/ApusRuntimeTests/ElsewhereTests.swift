import ApusPlatform
import Testing

@testable import ApusRuntime

/// The response of another origin after a redirect gives no information about a credential that it did not receive.
@Suite struct ElsewhereTests {
    private static func run(
        _ path: @escaping @Sendable (HTTPRequest) -> InMemoryTransport.Answer
    ) async throws -> (error: APIError<StandardFailure>?, sent: [HTTPRequest], renewals: Int) {
        let sent = Lock<[HTTPRequest]>([])
        let credential = CredentialTests.Renewable()
        let transport = InMemoryTransport { request, _ in
            sent.withLock { $0.append(request) }
            return path(request)
        }
        let credentials = PetsCredentials(storage: APICredentials(scheme: "bearerAuth", credential: credential))
        do {
            _ = try await PetsClient(transport: transport, credentials: credentials).fetchPet(petID: "1")
            return (nil, sent.withLock { $0 }, credential.renewals.withLock { $0 })
        } catch {
            return (error, sent.withLock { $0 }, credential.renewals.withLock { $0 })
        }
    }

    private static func moved(to address: String) -> InMemoryTransport.Answer {
        InMemoryTransport.Answer(status: .found, headers: [.location: address])
    }

    private static let refused = InMemoryTransport.Answer(
        status: .unauthorized,
        headers: [.wwwAuthenticate: #"Bearer error="insufficient_scope", scope="everything""#])

    @Test func aForeign401RenewsNothing() async throws {
        let (error, sent, renewals) = try await Self.run { request in
            request.authority == "evil.test" ? Self.refused : Self.moved(to: "https://evil.test/x")
        }
        #expect(error?.status == 401 && error?.attempts == 2 && renewals == 0)
        #expect(sent.map { $0.headerFields[.authorization] } == ["Bearer t0", nil])
        // Nor does it determine scopes to ask the user for.
        #expect(error?.refusal == nil && error?.details.isAnsweredElsewhere == true)
    }

    /// A redirect back does not restore the credential, so this 401 gives no information about it either.
    @Test func norDoesTheWayBack() async throws {
        let (error, sent, renewals) = try await Self.run { request in
            if request.authority == "evil.test" { return Self.moved(to: "https://api.pets.test/back") }
            return request.path == "/back" ? Self.refused : Self.moved(to: "https://evil.test/x")
        }
        #expect(sent.count == 3 && error?.status == 401 && renewals == 0)
        #expect(sent.last?.headerFields[.authorization] == nil)
    }

    @Test func nothingIsFollowedFromHTTPSToHTTP() async throws {
        let (error, sent, renewals) = try await Self.run { _ in Self.moved(to: "http://api.pets.test/x") }
        #expect(error?.status == 302 && sent.count == 1 && renewals == 0)
    }

    @Test func aRedirectAtHomeRenews() async throws {
        let (error, sent, renewals) = try await Self.run { request in
            if request.headerFields[.authorization] == "Bearer t1" { return .json(#"{"pet_id":"1"}"#) }
            return request.path == "/here" ? Self.refused : Self.moved(to: "/here")
        }
        #expect(error == nil && renewals == 1 && sent.count == 3)
    }
}
