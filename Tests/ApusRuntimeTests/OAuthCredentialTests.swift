import ApusPlatform
import Testing

@testable import ApusRuntime

@Suite(.timeLimit(.minutes(10))) struct OAuthCredentialTests {
    /// The API: knows one token, and counts the calls it answered.
    final class Pets: Sendable {
        private let state = Lock((valid: ["access-1"], calls: [String]()))

        init(valid: String...) {
            state.withLock { $0.valid = valid.map { "Bearer \($0)" } }
        }

        var calls: [String] { state.withLock { $0.calls } }

        func client(_ credential: any APICredential) -> PetsClient {
            let transport = InMemoryTransport { request, _ in
                let token = request.headerFields[.authorization] ?? ""
                return self.state.withLock { state in
                    state.calls.append(token)
                    return state.valid.contains(token)
                        ? .json(#"{"pet_id":"1"}"#) : .json(#"{"message":"expired"}"#, status: .unauthorized)
                }
            }
            let credentials = APICredentials(scheme: "bearerAuth", credential: credential)
            return PetsClient(transport: transport, credentials: PetsCredentials(storage: credentials))
        }
    }

    static func use(_ scopes: [String]) -> CredentialUse {
        CredentialUse(
            scheme: "oauth2", definition: .oauth2, scopes: scopes,
            operation: OperationDescriptor(id: "fetchPet", method: .get, path: "/x"))
    }

    @Test func aHundredCallersCauseOneRefresh() async throws {
        let server = OAuthServer(OAuthServer.tokens(1), OAuthServer.tokens(2))
        let store = MemoryTokenStore(.old())
        let pets = Pets(valid: "access-1")
        let client = pets.client(server.client(delay: .milliseconds(50)).credential(store: store))
        try await withThrowingTaskGroup(of: Pet.self) { group in
            for _ in 0..<100 { group.addTask { try await client.fetchPet(petID: "1") } }
            try await group.waitForAll()
        }
        #expect(server.sent.count == 1)
        #expect(server.sent[0].fields["refresh_token"] == "refresh-0")
        #expect(pets.calls == Array(repeating: "Bearer access-1", count: 100))
        #expect(store.load()?.refreshToken == "refresh-1")
    }

    @Test func aHundredRefusedCallersCauseOneRefresh() async throws {
        let server = OAuthServer(OAuthServer.tokens(1), OAuthServer.tokens(2))
        let pets = Pets(valid: "access-1")
        let client = pets.client(
            server.client(delay: .milliseconds(20)).credential(store: MemoryTokenStore(.young())))
        try await withThrowingTaskGroup(of: Pet.self) { group in
            for _ in 0..<100 { group.addTask { try await client.fetchPet(petID: "1") } }
            try await group.waitForAll()
        }
        #expect(server.sent.count == 1)
        #expect(pets.calls.filter { $0 == "Bearer access-1" }.count == 100)
    }

    @Test func refreshTokensRotate() async throws {
        let server = OAuthServer(OAuthServer.tokens(1), OAuthServer.tokens(2), OAuthServer.tokens(3))
        let store = MemoryTokenStore(.old())
        let credential = server.client().credential(store: store)
        for number in 1...3 {
            #expect(try await credential.token().accessToken.value == "access-\(number)")
            #expect(try await credential.token().accessToken.value == "access-\(number)")
            server.time.advance(3600)
        }
        #expect(server.sent.map { $0.fields["refresh_token"] } == ["refresh-0", "refresh-1", "refresh-2"])
        #expect(store.load()?.refreshToken == "refresh-3")
    }

    @Test func aSecond401IsTheAnswer() async throws {
        let server = OAuthServer(OAuthServer.tokens(1), OAuthServer.tokens(2))
        let pets = Pets(valid: "never")
        let client = pets.client(server.client().credential(store: MemoryTokenStore(.young())))
        do {
            _ = try await client.fetchPet(petID: "1")
            Issue.record("answered without a token")
        } catch {
            #expect(error.status == 401 && error.attempts == 2)
        }
        #expect(server.sent.count == 1)
        #expect(pets.calls == ["Bearer access-0", "Bearer access-1"])
    }

    /// A body that can be sent once.
    struct Upload: APIOperation {
        static let descriptor = OperationDescriptor(
            id: "upload", method: .put, path: "/photo", security: [["bearerAuth": []]])

        func encode(into request: inout RequestWriter) {
            request.stream(.stream(ByteStream([1, 2, 3])))
        }

        static func decode(_ response: inout ResponseReader) {}
        typealias Failure = UndocumentedFailure
    }

    @Test func aRefusedUploadRefreshesForTheNextCall() async throws {
        let server = OAuthServer(OAuthServer.tokens(1))
        let pets = Pets(valid: "access-1")
        let client = pets.client(server.client().credential(store: MemoryTokenStore(.young())))
        await #expect(throws: APIError<UndocumentedFailure>.self) { try await client.send(Upload()) }
        try await client.send(Upload())
        #expect(pets.calls == ["Bearer access-0", "Bearer access-1"])
        #expect(server.sent.count == 1)
    }

    @Test func tokensAreReplacedBeforeTheyExpire() async throws {
        let server = OAuthServer(OAuthServer.tokens(1, lifetime: 3600), OAuthServer.tokens(2, lifetime: 20))
        let credential = server.client().clientCredential(margin: .seconds(60))
        #expect(try await credential.token().accessToken == "access-1")
        server.time.advance(3539)
        #expect(try await credential.token().accessToken == "access-1")
        server.time.advance(1)
        #expect(try await credential.token().accessToken == "access-2")
        // Lives shorter than the margin: used for the first half of its life.
        server.time.advance(9)
        _ = try await credential.token()
        #expect(server.sent.count == 2)
        server.time.advance(1)
        _ = try await credential.token()
        #expect(server.sent.count == 3)
        #expect(server.sent.allSatisfy { $0.fields["grant_type"] == "client_credentials" })
    }

    @Test func missingScopesAreNamedBeforeSending() async throws {
        let server = OAuthServer(OAuthServer.tokens(1))
        let store = MemoryTokenStore(.young(scopes: ["pets:read", "pets:write"]))
        let credential = server.client().credential(store: store)
        #expect(try await credential.secret(for: Self.use(["pets:read"])) == .token("access-0"))
        await #expect {
            try await credential.secret(for: Self.use(["pets:read", "owners:read"]))
        } throws: { error in
            "\(error)" == "fetchPet needs the scope owners:read, which the token of oauth2 lacks"
        }
        let implied = server.client().credential(
            store: store, scopeRule: ScopeRule { granted, _ in granted.contains("pets:write") })
        #expect(try await implied.secret(for: Self.use(["owners:read"])) == .token("access-0"))
        let unknown = server.client().credential(store: MemoryTokenStore(.young()))
        #expect(try await unknown.secret(for: Self.use(["owners:read"])) == .token("access-0"))
        #expect(server.sent.isEmpty)
    }

    @Test func deadRefreshTokensAreTriedOnce() async throws {
        let server = OAuthServer(
            .json(#"{"error":"invalid_grant","error_description":"used: refresh-0"}"#, status: .badRequest))
        let credential = server.client().credential(store: MemoryTokenStore(.old()))
        for _ in 0..<3 {
            do {
                _ = try await credential.token()
                Issue.record("a token came from nowhere")
            } catch {
                #expect(
                    "\(error)"
                        == "the user has to authorize again: invalid_grant: used: <redacted> (status 400)")
            }
        }
        #expect(server.sent.count == 1)
        try await credential.use(.young())
        #expect(try await credential.token().accessToken == "access-0")
        try await credential.use(nil)
        await #expect(throws: OAuthProblem.self) { try await credential.token() }
        #expect(server.sent.count == 1)
    }

    @Test func tokensOfOtherProcessesAreUsed() async throws {
        let server = OAuthServer(OAuthServer.tokens(9))
        let store = MemoryTokenStore(.young())
        let credential = server.client().credential(store: store)
        _ = try await credential.token()
        var other = OAuthToken.young()
        other.accessToken = "access-1"
        store.save(other)
        let pets = Pets(valid: "access-1")
        _ = try await pets.client(credential).fetchPet(petID: "1")
        #expect(pets.calls == ["Bearer access-0", "Bearer access-1"])
        #expect(server.sent.isEmpty)
    }

    /// Fails to save for a while.
    final class WeakStore: OAuthTokenStore {
        struct Full: Error {}
        let token = Lock<OAuthToken?>(.old())
        let isFull = Lock(true)

        func load() -> OAuthToken? { token.withLock { $0 } }

        func save(_ token: OAuthToken?) throws {
            if isFull.withLock({ $0 }) { throw Full() }
            self.token.withLock { $0 = token }
        }
    }

    @Test func unsavedTokensAreNotLost() async throws {
        let server = OAuthServer(OAuthServer.tokens(1), OAuthServer.tokens(2))
        let store = WeakStore()
        let credential = server.client().credential(store: store)
        for _ in 0..<2 {
            await #expect { try await credential.token() } throws: { error in
                if case OAuthProblem.store(let underlying) = error { underlying is WeakStore.Full } else { false }
            }
        }
        store.isFull.withLock { $0 = false }
        #expect(try await credential.token().accessToken == "access-1")
        #expect(store.load()?.refreshToken == "refresh-1")
        #expect(server.sent.count == 1)
    }

    @Test func cancelledCallersLeaveTheRefreshToTheOthers() async throws {
        let (gate, opener) = AsyncStream.makeStream(of: Void.self)
        let (arrivals, arrival) = AsyncStream.makeStream(of: Void.self)
        let store = MemoryTokenStore(.old())
        let refreshes = Lock(0)
        let credential = OAuthCredential(store: store) { _ in
            refreshes.withLock { $0 += 1 }
            arrival.yield()
            for await _ in gate { break }
            return OAuthToken(accessToken: "access-1", refreshToken: "refresh-1")
        }
        let first = Task { try await credential.token() }
        for await _ in arrivals { break }
        let second = Task { try await credential.token() }
        first.cancel()
        await #expect(throws: OAuthProblem.self) { try await first.value }
        opener.yield()
        #expect(try await second.value.accessToken == "access-1")
        #expect(refreshes.withLock { $0 } == 1)
        #expect(store.load()?.refreshToken == "refresh-1")
    }

    @Test func refreshOfTheCallersOwnIsACredential() async throws {
        struct Closed: Error {}
        let credential = OAuthCredential(store: MemoryTokenStore()) { _ in throw Closed() }
        await #expect { try await Pets().client(credential).fetchPet(petID: "1") } throws: { error in
            guard
                case APIError<StandardFailure>.Kind.credentials(.failed("bearerAuth", OAuthProblem.other(let own))) =
                    (error as? APIError<StandardFailure>)?.kind ?? .cancelled
            else { return false }
            return own is Closed
        }
    }
}
