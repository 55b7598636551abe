import ApusPlatform
import Foundation
import Testing

@testable import ApusRuntime

@Suite struct ErrorTests {
    typealias Answer = InMemoryTransport.Answer

    static func fetch(_ answer: Answer, secret: String = "geheim") async -> APIError<StandardFailure>? {
        let client = PetsClient(
            transport: InMemoryTransport { _, _ in answer }, credentials: .bearerAuth(secret),
            middleware: [.retries(.never)])
        do {
            _ = try await client.fetchPet(petID: "1")
            return nil
        } catch {
            #expect(!"\(error)".contains(secret))
            return error
        }
    }

    @Test func documentedStatuses() async throws {
        let error = try #require(await Self.fetch(.json(#"{"message":"no"}"#, status: .unauthorized)))
        guard case .response(.unauthorized(let body)) = error.kind else { throw error }
        #expect(body.message == "no")
        #expect(error.status == 401)
        #expect(error.attempts == 1)
        #expect(error.operation == "fetchPet")
        let other = try #require(await Self.fetch(.json(#"{"message":"gone"}"#, status: .notFound)))
        guard case .response(.clientError(404, let body)) = other.kind else { throw other }
        #expect(body.message == "gone")
    }

    /// An alert and a log show the same text.
    @Test func localizedDescriptionsAreTheDescriptions() async throws {
        let failure = try #require(await Self.fetch(.json("[", status: .ok)))
        let problem = DecodingProblem(path: "a", offset: 1, expected: "b", found: "c")
        let errors: [any Error] = [
            failure, problem, TransportProblem(.timedOut, "no progress"), OAuthProblem.stateMismatch,
            CredentialProblem.missing(operation: "a", alternatives: [["b"]]), WebhookProblem.wrongSignature,
            EncodingProblem(path: "a", reason: .notANumber), StreamItemProblem(item: 1, text: "", problem: problem),
            PagingProblem.missingPosition(pointer: "/a"), FileProblem(path: "a", code: 1, reason: "b"),
        ]
        for error in errors { #expect(error.localizedDescription == "\(error)") }
    }

    /// Options are part of clients, which are printed; a header may contain a secret.
    @Test func optionsShowNamesAlone() {
        let options = CallOptions(
            timeout: .seconds(5), headers: [.authorization: "s3cret", .acceptLanguage: "de"],
            query: [(name: "key", value: "s3cret")], retries: .never)
        var text = ""
        dump(options, to: &text)
        text += "\(options)\n" + String(reflecting: options)
        #expect(!text.contains("s3cret"))
        #expect(
            options.description
                == "timeout: 5.0 seconds, headers: authorization, accept-language, query: key, attempts: 1")
        #expect(CallOptions.standard.description == "standard")
    }

    @Test func undocumentedBodyKeepsEverything() async throws {
        let html = "<html>Bad gateway</html>"
        let answer = Answer(
            status: .internalServerError, headers: [.contentType: "text/html", HTTPField.Name("X-Request-ID")!: "r7"],
            bytes: Array(html.utf8))
        let error = try #require(await Self.fetch(answer))
        guard case .response(.undocumented(500, let body)) = error.kind else { throw error }
        #expect(body.text == html)
        #expect(body.contentType == "text/html")
        #expect(error.body == Array(html.utf8))
        #expect(error.headers[.contentType] == "text/html")
        #expect(error.requestID == "r7")
        #expect(error.decodingProblem != nil)
        #expect("\(error)".hasPrefix("fetchPet: status 500"))
        #expect("\(error)".hasSuffix("(request r7)"))
    }

    @Test func rateLimits() async throws {
        var answer = Answer.json(#"{"message":"slow down"}"#, status: .tooManyRequests)
        answer.head.headerFields[.retryAfter] = "7"
        let documented = try #require(await Self.fetch(answer))
        guard case .response(.clientError(429, _)) = documented.kind else { throw documented }
        #expect(documented.retryAfter == .seconds(7))
        let client = PetsClient(transport: InMemoryTransport { [answer] _, _ in answer })
        do {
            try await client.send(DeletePet(petID: 1), options: CallOptions(retries: .never))
            Issue.record("no error")
        } catch {
            guard case .rateLimited(.seconds(7)?) = error.kind else { throw error }
        }
    }

    @Test func wrongTypeNamesItsLocation() async throws {
        let error = try #require(await Self.fetch(.json(#"{"pet_id":5}"#)))
        guard case .decoding(let problem) = error.kind else { throw error }
        #expect(problem.path == "pet_id")
        #expect(error.status == 200)
        #expect(error.body == Array(#"{"pet_id":5}"#.utf8))
        let empty = try #require(await Self.fetch(Answer(status: .ok)))
        guard case .decoding = empty.kind else { throw empty }
        let cut = try #require(await Self.fetch(.json(#"{"pet_id":"#)))
        guard case .decoding = cut.kind else { throw cut }
    }

    @Test func contentTypeDoesNotMatter() async throws {
        let bytes = Array(#"{"pet_id":"1"}"#.utf8)
        for headers: HTTPFields in [[:], [.contentType: "text/html"], [.contentType: "application/vnd.x+json"]] {
            #expect(await Self.fetch(Answer(headers: headers, bytes: bytes)) == nil)
        }
    }

    @Test func truncatedBodyKeepsWhatCame() async throws {
        let body = ByteStream(starting: {
            var isFirst = true
            return {
                defer { isFirst = false }
                if isFirst { return Array(#"{"pet"#.utf8) }
                throw TransportProblem(.truncatedBody, "5 of 14 bytes came")
            }
        })
        let error = try #require(await Self.fetch(Answer(body: body)))
        guard case .transport(let problem) = error.kind else { throw error }
        #expect(problem.kind == .truncatedBody)
        #expect(error.status == 200)
        #expect(error.body == Array(#"{"pet"#.utf8))
    }

    @Test func transportAndCancellationAreToldApart() async throws {
        func kind(_ thrown: any Error & Sendable) async -> APIError<UndocumentedFailure>.Kind? {
            do {
                try await PetsClient(transport: InMemoryTransport { _, _ in throw thrown })
                    .send(DeletePet(petID: 1), options: CallOptions(retries: .never))
                return nil
            } catch {
                #expect(error.status == nil)
                return error.kind
            }
        }
        guard case .transport(let problem) = await kind(TransportProblem(.connectionRefused, "")) else {
            Issue.record("not a transport problem")
            return
        }
        #expect(problem.kind == .connectionRefused)
        guard case .cancelled = await kind(CancellationError()) else {
            Issue.record("not cancelled")
            return
        }
    }

    @Test func encodingProblemsSendNothing() async throws {
        let sent = Lock(0)
        let transport = InMemoryTransport { _, _ in
            sent.withLock { $0 += 1 }
            return .status(.ok)
        }
        do {
            _ = try await PetsClient(transport: transport, credentials: .bearerAuth("t")).fetchPet(petID: "..")
            Issue.record("sent")
        } catch {
            guard case .encoding(let problem) = error.kind else { throw error }
            #expect(problem.path == "path parameter pet_id")
            #expect(error.attempts == 0)
        }
        #expect(sent.withLock { $0 } == 0)
    }

    @Test func severalSuccesses() async throws {
        func create(_ answer: Answer) async throws -> CreatePet.Response {
            let client = PetsClient(transport: InMemoryTransport { _, _ in answer })
            return try await client.send(CreatePet(body: Pet(petID: "1", name: "Rex")))
        }
        #expect(try await create(.json(#"{"pet_id":"1"}"#, status: .created)) == .created(Pet(petID: "1")))
        #expect(try await create(.status(.noContent)) == .noContent)
        let raw = RawBody(bytes: Array("later".utf8), contentType: nil)
        #expect(
            try await create(Answer(status: .accepted, bytes: Array("later".utf8)))
                == .undocumented(status: 202, body: raw))
    }

    @Test(
        arguments: [
            ("120", 120), ("0", 0), ("Sun, 06 Nov 1994 08:49:37 GMT", 10), ("Sunday, 06-Nov-94 08:49:37 GMT", 10),
            ("Sun Nov  6 08:49:37 1994", 10), ("soon", nil), ("-1", nil), ("nan", nil), ("1e400", nil),
            ("Sun, 99 Foo 1994 08:49:37 GMT", nil),
        ] as [(String, Int?)])
    func retryAfter(_ text: String, _ seconds: Int?) throws {
        let now = try #require(HTTPDate.seconds("Sun, 06 Nov 1994 08:49:27 GMT"))
        #expect(now == 784_111_767)
        let duration = RetryAfter.duration(in: [.retryAfter: text], now: Date(timeIntervalSince1970: now))
        #expect(duration == seconds.map { .seconds($0) })
    }
}
