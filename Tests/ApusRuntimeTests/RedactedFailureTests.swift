import Foundation
import Testing

@testable import ApusRuntime

/// Failures are decoded as they were sent, although secrets are removed from them.
@Suite struct RedactedFailureTests {
    private static func client(
        _ answer: @escaping @Sendable (HTTPRequest) throws -> InMemoryTransport.Answer
    ) -> PetsClient {
        PetsClient(transport: InMemoryTransport { request, _ in try answer(request) })
    }

    private static func show(_ error: any Error) -> String {
        var shown = "\(error) \(String(reflecting: error)) \(error.localizedDescription) "
        dump(error, to: &shown)
        return shown
    }

    private static func redact(_ secret: String, _ body: String) -> String {
        String(decoding: Redactor([secret]).redact(Array(body.utf8)), as: UTF8.self)
    }

    // MARK: JSON

    /// A secret, a server's response, and the resulting error.
    @Test(arguments: [
        ("retryable", #"{"retryable":"x retryable"}"#, #"{"retryable":"x <redacted>"}"#),
        ("20261130", #"{"a":20261130,"b":[20261130.5,"20261130"]}"#, #"{"a":20261130,"b":[20261130.5,"<redacted>"]}"#),
        ("true", #"{"a":true,"b":"true"}"#, #"{"a":true,"b":"<redacted>"}"#),
        // A match may begin or end within an escape, which is removed as a whole.
        ("nsecret", #"["line\nsecret."]"#, #"["line<redacted>."]"#),
        ("e9secret", #"["\u00e9secret."]"#, #"["<redacted>."]"#),
        ("dd11secret", #"["a\ud83d\udd11secret."]"#, #"["a<redacted>."]"#),
        (#"secret\"#, #"["a secret\n."]"#, #"["a <redacted>."]"#),
        (#"secret\ud8"#, #"["secret\ud83d\udd11."]"#, #"["<redacted>."]"#),
        // A server that puts a text between quotes as it is makes two of it.
        (#"ab","cd"#, #"["ab","cd","ef"]"#, #"["<redacted>","<redacted>","ef"]"#),
        // This is not JSON either.
        ("secret", #"{"secret":"secret"#, #"{"<redacted>":"<redacted>"#),
        ("20261130", "20261130", "<redacted>"),
    ]) func whatIsJSONStaysJSON(secret: String, body: String, told: String) throws {
        #expect(Self.redact(secret, body) == told)
    }

    @Test func manyStringsAndEscapesAreFine() throws {
        let body = "[" + Array(repeating: #""\\\u0061secret\n secret\\""#, count: 20_000).joined(separator: ",") + "]"
        let told = try #require(try JSONValue(json: Self.redact("secret", body)).array)
        #expect(told.count == 20_000 && told.allSatisfy { $0.string == "\\a<redacted>\n <redacted>\\" })
    }

    // MARK: Cookies

    /// A page's setting is not a secret: the failure is the documented one.
    @Test(arguments: ["consent=true", "flag=null; seen=message", "n=20261130; page=3600"])
    func settingsAreNoSecrets(cookie: String) async throws {
        let client = Self.client { _ in
            var answer = InMemoryTransport.Answer.json(
                #"{"message":"message 20261130","retryable":true,"more":null}"#, status: .badRequest)
            answer.head.headerFields[.retryAfter] = "3600"
            return answer
        }
        let error = await #expect(throws: APIError<StandardFailure>.self) {
            try await client.fetchPet(
                petID: "1", options: CallOptions(headers: [.cookie: cookie], credentials: .withheld))
        }
        guard case .response(.clientError(400, let body)) = error?.kind else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(body.message == "message 20261130" && error?.retryAfter == .seconds(3_600))
    }

    /// A header that controls the client is kept, even if a credential has the same text.
    @Test(arguments: ["application/json", "3600", "charset"]) func headersToActByStay(token: String) async throws {
        let names = ["Retry-After", "Content-Length", "X-RateLimit-Reset", "RateLimit-Limit", "X-Rate-Limit-Reset"]
        let client = PetsClient(
            transport: InMemoryTransport { _, _ in
                var headers: HTTPFields = [.contentType: "application/json; charset=utf-8"]
                for name in names { headers[HTTPField.Name(name)!] = "3600" }
                headers[.server] = "\(token)!"
                return InMemoryTransport.Answer(
                    status: .badRequest, headers: headers, body: ByteStream(Array(#"{"message":"no"}"#.utf8)))
            }, credentials: .bearerAuth(token))
        let error = await #expect(throws: APIError<StandardFailure>.self) { try await client.fetchPet(petID: "1") }
        guard let headers = error?.details.headers, case .response(.clientError) = error?.kind else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(headers[.contentType] == "application/json; charset=utf-8" && headers[.server] == "<redacted>!")
        for name in names { #expect(headers[HTTPField.Name(name)!] == "3600", "\(name)") }
        #expect(error?.retryAfter == .seconds(3_600))
    }

    private static let jar: CookieJar = {
        let jar = CookieJar()
        for domain in ["api.pets.test", "login.pets.test"] {
            jar.insert(CookieJar.Cookie(name: "sid", value: "session+of/mine", domain: domain))
        }
        return jar
    }()

    /// Cookies that a jar adds below all other steps of a client.
    @Test func cookiesOfAJarAreNotTold() async throws {
        let transport = InMemoryTransport { request, _ in
            let line = request.headerFields[.cookie] ?? "none"
            return .json(#"{"message":"bad: \#(line)"}"#, status: .badRequest)
        }
        let client = PetsClient(transport: transport.keepingCookies(in: Self.jar))
        let error = try #require(
            await #expect(throws: APIError<StandardFailure>.self) {
                try await client.fetchPet(petID: "1", options: CallOptions(credentials: .withheld))
            })
        #expect(!Self.show(error).contains("session+of"))
        #expect(String(decoding: error.body, as: UTF8.self) == #"{"message":"bad: sid=<redacted>"}"#)
    }

    @Test func transportsDoNotTellTheCookiesOfAJar() async throws {
        let transport = InMemoryTransport { request, _ in
            throw TransportProblem(.tls, "cannot send \(request.headerFields[.cookie] ?? "none")")
        }
        let client = PetsClient(transport: transport.keepingCookies(in: Self.jar))
        let error = try #require(
            await #expect(throws: APIError<StandardFailure>.self) {
                try await client.fetchPet(petID: "1", options: CallOptions(credentials: .withheld))
            })
        let shown = Self.show(error)
        #expect(!shown.contains("session+of") && shown.contains("cannot send sid=<redacted>"), "\(shown)")
    }

    @Test func tokenEndpointsDoNotTellTheCookiesOfAJar() async throws {
        let transport = InMemoryTransport { request, _ in
            let line = request.headerFields[.cookie] ?? "none"
            return .json(#"{"error":"bad","error_description":"\#(line)"}"#, status: .badRequest)
        }
        let client = OAuthClient(
            OAuthServer.endpoints, id: "app", secret: "s3cret", transport: transport.keepingCookies(in: Self.jar))
        let error = try #require(await #expect(throws: OAuthProblem.self) { try await client.clientCredentials() })
        #expect(error.refusal?.text == "sid=<redacted>")
    }

    /// A transport may compare or store the options of attempts: the part that identifies the call does not affect
    /// equality.
    @Test func optionsAreEqualWhoeverTheyAreFor() {
        var options = TransportOptions.standard
        options.secrets.record = CallRecord()
        #expect(options == .standard && options.hashValue == TransportOptions.standard.hashValue)
    }

    // MARK: By hand

    /// The base64 of a user name and a password, and the server's decoding.
    @Test(arguments: ["Basic", "basic"]) func basicByHandIsNotTold(scheme: String) async throws {
        let client = Self.client { _ in
            .json(#"{"message":"ada has no pass:word, nor pass%3Aword; ada:pass:word"}"#, status: .badRequest)
        }
        let pair = Data("ada:pass:word".utf8).base64EncodedString()
        let error = await #expect(throws: APIError<StandardFailure>.self) {
            try await client.fetchPet(
                petID: "1",
                options: CallOptions(headers: [.authorization: "\(scheme) \(pair)"], credentials: .withheld))
        }
        #expect(
            String(decoding: error?.body ?? [], as: UTF8.self)
                == #"{"message":"ada has no <redacted>, nor <redacted>; <redacted>"}"#)
    }
}
