import ApusPlatform
import Testing

@testable import ApusRuntime

@Suite struct CredentialTests {
    struct Secured: APIOperation {
        static let descriptor = OperationDescriptor(id: "unused", method: .get, path: "/x")
        func encode(into request: inout RequestWriter) {}
        static func decode(_ response: inout ResponseReader) {}
        typealias Failure = UndocumentedFailure
    }

    /// The request of an operation with `security`.
    static func sent(
        _ security: [SecurityRequirement], _ credentials: PetsCredentials
    ) async throws(CallProblem) -> HTTPRequest {
        let seen = Lock<[HTTPRequest]>([])
        let transport = InMemoryTransport { request, _ in
            seen.withLock { $0.append(request) }
            return .status(.noContent)
        }
        let core = PetsClient(transport: transport, credentials: credentials).core
        let descriptor = OperationDescriptor(id: "secured", method: .get, path: "/x", security: security)
        _ = try await core.perform(
            RequestWriter(descriptor: descriptor), options: .standard, record: CallRecord())
        return seen.withLock { $0[0] }
    }

    @Test func eachSchemeHasItsLocation() async throws {
        let bearer = try await Self.sent([["bearerAuth": []]], .bearerAuth("t1"))
        #expect(bearer.headerFields[.authorization] == "Bearer t1")
        let basic = try await Self.sent([["basicAuth": []]], .basicAuth(username: "Aladdin", password: "open sesame"))
        #expect(basic.headerFields[.authorization] == "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==")
        let digest = try await Self.sent([["digest": []]], .scheme("digest", "x=1"))
        #expect(digest.headerFields[.authorization] == "Digest x=1")
        let oauth2 = try await Self.sent([["oauth2": ["pets:read"]]], .scheme("oauth2", "t2"))
        #expect(oauth2.headerFields[.authorization] == "Bearer t2")
        let query = try await Self.sent([["queryKey": []]], .scheme("queryKey", "a&b"))
        #expect(query.path == "/x?api%20key=a%26b")
        let cookie = try await Self.sent([["cookieKey": []]], .scheme("cookieKey", "s1"))
        #expect(cookie.headerFields[.cookie] == "session=s1")
        let header = try await Self.sent([["key": []]], .scheme("key", "k1"))
        #expect(HTTPField.Name("x-key").flatMap { header.headerFields[$0] } == "k1")
    }

    @Test func firstCompleteAlternativeWins() async throws {
        let security: [SecurityRequirement] = [["bearerAuth": [], "key": []], ["basicAuth": []], ["queryKey": []]]
        let single = try await Self.sent(security, .scheme("queryKey", "k").and(.bearerAuth("t")))
        #expect(single.path == "/x?api%20key=k")
        #expect(single.headerFields[.authorization] == nil)
        let both = try await Self.sent(
            security, .scheme("queryKey", "k").and(.bearerAuth("t")).and(.scheme("key", "k2")))
        #expect(both.path == "/x")
        #expect(both.headerFields[.authorization] == "Bearer t")
    }

    @Test func emptyAlternativeIsTheLastResort() async throws {
        let without = try await Self.sent([[:], ["bearerAuth": []]], .none)
        #expect(without.headerFields[.authorization] == nil)
        let with = try await Self.sent([[:], ["bearerAuth": []]], .bearerAuth("t"))
        #expect(with.headerFields[.authorization] == "Bearer t")
    }

    @Test func noSecuritySendsNone() async throws {
        let request = try await Self.sent([], .bearerAuth("t").and(.scheme("queryKey", "k")))
        #expect(request.headerFields[.authorization] == nil)
        #expect(request.path == "/x")
        #expect(request.headerFields[.userAgent] == "Apus/\(ApusVersion.current) Pets/1.2.0")
    }

    @Test func missingOnesAreNamed() async throws {
        do {
            _ = try await Self.sent([["bearerAuth": [], "key": []], ["oauth2": []]], .scheme("key", "k"))
            Issue.record("sent without credentials")
        } catch {
            guard case .credentials(let problem) = error else { throw error }
            #expect(
                "\(problem)" == "secured needs credentials for bearerAuth and key, or oauth2; "
                    + "a call with `credentials: .withheld` in its options goes without")
        }
    }

    @Test func closuresAreAskedEachTimeAndMayFail() async throws {
        struct NoToken: Error {}
        let count = Lock(0)
        let credentials = PetsCredentials.bearerAuth {
            let number = count.withLock {
                $0 += 1; return $0
            }
            if number == 2 { throw NoToken() }
            return "t\(number)"
        }
        #expect(try await Self.sent([["bearerAuth": []]], credentials).headerFields[.authorization] == "Bearer t1")
        do {
            _ = try await Self.sent([["bearerAuth": []]], credentials)
            Issue.record("sent without a token")
        } catch {
            guard case .credentials(.failed("bearerAuth", let underlying)) = error else { throw error }
            #expect(underlying is NoToken)
        }
    }

    @Test func secretsCannotBreakOut() async {
        for scheme in ["bearerAuth", "key", "cookieKey", "digest"] {
            await #expect(throws: CallProblem.self) {
                try await Self.sent([[scheme: []]] as [SecurityRequirement], .scheme(scheme, "a\r\nX-Evil: 1"))
            }
        }
        await #expect(throws: CallProblem.self) {
            try await Self.sent([["basicAuth": []]], .basicAuth(username: "a:b", password: "c"))
        }
        await #expect(throws: CallProblem.self) {
            try await Self.sent(
                [["bearerAuth": []]],
                PetsCredentials(
                    storage: APICredentials(scheme: "bearerAuth", username: "u", password: "p")))
        }
    }

    @Test func descriptionsHoldNoSecret() {
        let credentials = PetsCredentials.bearerAuth("geheim").and(.basicAuth(username: "geheim", password: "geheim"))
        var dumped = ""
        dump(credentials, to: &dumped)
        dump(credentials.storage["basicAuth"] as Any, to: &dumped)
        let text = "\(credentials) \(credentials.storage) \(String(reflecting: credentials)) \(dumped)"
        #expect(!text.contains("geheim"))
        #expect("\(credentials.storage)" == "basicAuth: redacted, bearerAuth: redacted")
        #expect("\(CredentialSecret.token("geheim"))" == "redacted")
    }

    /// A credential that knows a second token once it was refused.
    final class Renewable: APICredential {
        let renewals = Lock(0)

        func secret(for use: CredentialUse) -> CredentialSecret {
            .token("t\(renewals.withLock { $0 })")
        }

        func renew(_ refused: CredentialSecret, for use: CredentialUse, response: HTTPResponse) -> Bool {
            renewals.withLock {
                $0 += 1; return $0 == 1
            }
        }
    }

    @Test func refusedCredentialIsRenewedOnce() async throws {
        let seen = Lock<[String]>([])
        let transport = InMemoryTransport { request, _ in
            let token = request.headerFields[.authorization] ?? ""
            seen.withLock { $0.append(token) }
            return token == "Bearer t1"
                ? .json(#"{"pet_id":"1"}"#) : .json(#"{"message":"expired"}"#, status: .unauthorized)
        }
        let renewable = APICredentials(scheme: "bearerAuth", credential: Renewable())
        let client = PetsClient(transport: transport, credentials: PetsCredentials(storage: renewable))
        let response = try await client.response(to: FetchPet(petID: "1"))
        #expect(response.attempts == 2)
        #expect(seen.withLock { $0 } == ["Bearer t0", "Bearer t1"])
    }
}
