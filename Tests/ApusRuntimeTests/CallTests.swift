import ApusPlatform
import Testing

@testable import ApusRuntime

@Suite struct CallTests {
    struct Tag: APIMiddleware {
        let name: String

        func intercept(_ call: OutgoingCall, next: CallChain) async throws(CallProblem) -> HTTPResponseStream {
            var call = call
            let before = call.request.headerFields[.via].map { "\($0)," } ?? ""
            call.request.headerFields[.via] = before + name
            return try await next(call)
        }
    }

    struct TwiceOnUnavailable: APIMiddleware {
        func intercept(_ call: OutgoingCall, next: CallChain) async throws(CallProblem) -> HTTPResponseStream {
            let first = try await next(call)
            guard first.head.status == .serviceUnavailable, call.operation.isIdempotent else { return first }
            return try await next(call)
        }
    }

    @Test func middlewareRunsInOrder() async throws {
        let seen = Lock("")
        let transport = InMemoryTransport { request, _ in
            seen.withLock { $0 = request.headerFields[.via] ?? "" }
            return .status(.noContent)
        }
        let client = PetsClient(transport: transport, middleware: [Tag(name: "a"), Tag(name: "b")])
        try await client.send(DeletePet(petID: 1))
        #expect(seen.withLock { $0 } == "a,b")
    }

    @Test func middlewareMaySendAgain() async throws {
        let count = Lock(0)
        let transport = InMemoryTransport { _, _ in
            count.withLock {
                $0 += 1; return $0
            } == 1 ? .status(.serviceUnavailable) : .status(.noContent)
        }
        let client = PetsClient(transport: transport, middleware: [TwiceOnUnavailable()])
        #expect(try await client.response(to: DeletePet(petID: 1)).attempts == 2)
    }

    /// Requests of a redirected GET with a token, as `authority path authorization`.
    static func redirected(to location: String, status: HTTPResponse.Status = .found) async throws -> [String] {
        let seen = Lock<[String]>([])
        let transport = InMemoryTransport { request, _ in
            let token = request.headerFields[.authorization] ?? "-"
            let count = seen.withLock {
                $0.append("\(request.authority ?? "") \(request.path ?? "") \(token)")
                return $0.count
            }
            var answer = count == 1 ? InMemoryTransport.Answer.status(status) : .json(#"{"pet_id":"1"}"#)
            if count == 1 { answer.head.headerFields[.location] = location }
            return answer
        }
        let client = PetsClient(transport: transport, credentials: .bearerAuth("t"))
        _ = try? await client.fetchPet(petID: "1")
        return seen.withLock { $0 }
    }

    @Test(arguments: [
        ("/pets/2", "api.pets.test /pets/2 Bearer t"),
        ("2?x=1", "api.pets.test /pets/2?x=1 Bearer t"),
        ("https://API.pets.test/pets/2#top", "api.pets.test /pets/2 Bearer t"),
        ("https://evil.test/steal", "evil.test /steal -"),
        ("//evil.test", "evil.test / -"),
        ("https://api.pets.test:8443/pets/2", "api.pets.test:8443 /pets/2 -"),
    ])
    func redirectsCarryCredentialsOnlyToTheSameOrigin(_ location: String, _ second: String) async throws {
        #expect(try await Self.redirected(to: location) == ["api.pets.test /pets/1 Bearer t", second])
    }

    @Test(arguments: ["http://api.pets.test/pets/2", "ftp://x", "https://user:pw@x.test/", "", "#top", "https://a b/"])
    func redirectsThatAreNotFollowed(_ location: String) async throws {
        #expect(try await Self.redirected(to: location).count == 1)
    }

    @Test func redirectLoopEnds() async throws {
        let transport = InMemoryTransport { _, _ in
            var answer = InMemoryTransport.Answer.status(.found)
            answer.head.headerFields[.location] = "/pets/1"
            return answer
        }
        do {
            _ = try await PetsClient(transport: transport, credentials: .bearerAuth("t")).fetchPet(petID: "1")
            Issue.record("no error")
        } catch {
            #expect(error.status == 302)
            #expect(error.attempts == 6)
        }
    }

    struct Download: APIOperation {
        static let descriptor = OperationDescriptor(id: "download", method: .get, path: "/file", streams: true)
        func encode(into request: inout RequestWriter) {}
        static func decode(_ response: inout ResponseReader) -> ByteStream { response.stream() }
        typealias Failure = StandardFailure
    }

    @Test func streamsSuccessesAndReadsFailures() async throws {
        let client = PetsClient(
            transport: InMemoryTransport { _, _ in .init(body: ByteStream(Array("abc".utf8))) })
        let stream = try await client.send(Download())
        #expect(try await stream.collect() == Array("abc".utf8))
        let failing = PetsClient(
            transport: InMemoryTransport { _, _ in .json(#"{"message":"no"}"#, status: .unauthorized) })
        do {
            _ = try await failing.send(Download())
            Issue.record("no error")
        } catch {
            guard case .response(.unauthorized(let body)) = error.kind else { throw error }
            #expect(body.message == "no")
        }
    }

    @Test func cancelledBeforeSending() async throws {
        let task = Task {
            await withTaskCancellationHandler {
                while !Task.isCancelled { await Task.yield() }
            } onCancel: {
            }
            try await PetsClient(transport: InMemoryTransport { _, _ in .status(.noContent) }).send(DeletePet(petID: 1))
        }
        task.cancel()
        let result = await task.result
        guard case .failure(let error as APIError<UndocumentedFailure>) = result, case .cancelled = error.kind else {
            Issue.record("\(result)")
            return
        }
        #expect(error.attempts == 0)
    }

    struct LockPets: APIOperation {
        let method: String

        static let descriptor = OperationDescriptor(id: "lock", method: nil, path: "/pets")

        func encode(into request: inout RequestWriter) {
            request.descriptor.method = HTTPRequest.Method(method)
        }

        static func decode(_ response: inout ResponseReader) {}
        typealias Failure = UndocumentedFailure
    }

    @Test func aMethodOfAnotherNameIsSent() throws {
        let sent = try LockPets(method: "LOCK").request(server: "https://api.pets.test")
        #expect(sent.request.method.rawValue == "LOCK")
    }

    @Test(arguments: ["LOCK PET", "", "A\r\nB"])
    func aMethodThatIsNoTokenIsNotSent(_ name: String) async throws {
        let client = PetsClient(transport: InMemoryTransport { _, _ in .status(.noContent) })
        do {
            try await client.send(LockPets(method: name))
            Issue.record("no error")
        } catch {
            guard case .encoding = error.kind else { throw error }
            #expect(error.attempts == 0)
            #expect(error.description == "lock: cannot write the request: the name of the HTTP method is not a token")
        }
    }

    @Test func contentTypesAreChosen() {
        func index(_ type: String?, _ candidates: [String]) -> Int? {
            let headers: HTTPFields = type.map { [.contentType: $0] } ?? [:]
            return ResponseReader(status: 200, headers: headers, bytes: []).contentType(among: candidates)
        }
        #expect(index("application/json; charset=utf-8", ["text/csv", "application/json"]) == 1)
        #expect(index("application/problem+json", ["text/csv", "application/json"]) == 1)
        #expect(index("TEXT/CSV", ["text/*", "text/csv"]) == 1)
        #expect(index("image/png", ["text/csv", "image/*", "*/*"]) == 1)
        #expect(index("image/png", ["text/csv"]) == nil)
        #expect(index(nil, ["text/csv", "application/json"]) == 0)
        #expect(index("rubbish", ["text/csv"]) == 0)
    }
}
