import Foundation
import Testing

@testable import ApusRuntime

/// Secrets in every spelling that a server may quote them in.
@Suite struct RedactorTests {
    private static let secret = #"p+ä ss/"w\rd%&=🔑"#

    private static func percent(_ text: String, lower: Bool = false) -> String {
        text.utf8.map { byte in
            let digits = String(byte, radix: 16, uppercase: !lower)
            return "%" + (digits.count < 2 ? "0" : "") + digits
        }.joined()
    }

    private static func units(_ text: String) -> String {
        text.utf16.map { unit in
            let digits = String(unit, radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }.joined()
    }

    private static func references(_ text: String, _ spell: (Unicode.Scalar) -> String?) -> String {
        text.unicodeScalars.map { spell($0) ?? String($0) }.joined()
    }

    private static let named: [Unicode.Scalar: String] = ["&": "&amp;", "\"": "&quot;", "<": "&lt;", ">": "&gt;"]

    private static let spellings: [String] = {
        let form = PercentEncoding.form.encode(secret)
        let json = String(decoding: JSONValue.string(secret).serialized(), as: UTF8.self)
        let whole = Data(secret.utf8).base64EncodedString()
        let pairs = ["u", "us", "user"].map { Data("\($0):\(secret)".utf8).base64EncodedString() }
        return [
            secret, form, form.replacing("%2B", with: "%2b"), PercentEncoding.unreserved.encode(secret),
            percent(secret), percent(secret, lower: true), String(json.dropFirst().dropLast()),
            json.replacing("/", with: #"\/"#), units(secret), whole,
            whole.replacing("+", with: "-").replacing("/", with: "_"),
            String(whole.prefix { $0 != "=" }), PercentEncoding.unreserved.encode(whole),
            units(form), references(secret) { named[$0] }, references(secret) { "&#\($0.value);" },
            references(secret) { "&#x\(String($0.value, radix: 16));" },
            references(form) { $0 == "%" ? "&#X25;" : nil },
            units(references(secret) { named[$0] }), percent(percent(secret)), percent(percent(secret, lower: true)),
            PercentEncoding.unreserved.encode(form), units(PercentEncoding.unreserved.encode(form)),
        ] + pairs
    }()

    @Test(arguments: spellings) func everySpellingIsFound(spelling: String) {
        let redactor = Redactor([Self.secret, "user:\(Self.secret)"])
        let text = redactor.redact("no: \(spelling), and again [\(spelling)]")
        #expect(text.contains("no: ") && text.contains(", and again [") && text.contains(Redactor.mark))
        // The rest of the base64 around the secret reveals nothing of it.
        #expect(!text.contains(spelling) && text.utf8.count < 90, "\(text)")
    }

    /// An answer in another form of Unicode stays in it, with its mark or without.
    @Test(arguments: [String.Encoding.utf16LittleEndian, .utf16BigEndian, .utf32LittleEndian, .utf32BigEndian])
    func otherFormsOfUnicode(encoding: String.Encoding) throws {
        func encode(_ text: String) throws -> [UInt8] { Array(try #require(text.data(using: encoding))) }
        let redactor = Redactor([Self.secret])
        let json = String(decoding: JSONValue.string(Self.secret).serialized(), as: UTF8.self)
        for mark in ["", "\u{FEFF}"] {
            let body = try encode("\(mark){\"message\":\(json),\"ä🔑\":\"\(Self.percent(Self.secret))\"}")
            #expect(
                redactor.redact(body) == (try encode("\(mark){\"message\":\"<redacted>\",\"ä🔑\":\"<redacted>\"}")))
            let other = try encode("\(mark){\"message\":\"ä🔑\"}")
            #expect(redactor.redact(other) == other)
        }
        // Without a mark, and without ASCII at the beginning, the header says it.
        let name = encoding == .utf16LittleEndian ? "utf-16le" : encoding == .utf16BigEndian ? "utf-16be" : "utf-32"
        if name != "utf-32" {
            let body = redactor.redact(try encode("äöü \(Self.secret)"), contentType: "text/plain; charset=\(name)")
            #expect(body == (try encode("äöü <redacted>")))
        }
    }

    /// A text that only begins like another form of Unicode is also searched unchanged.
    @Test(arguments: [[0, 0x73], [0xFF, 0xFE, 0x73], [0x73, 0, 0x00, 0xD8, 0x20, 0x00], [0, 0, 0]] as [[UInt8]])
    func bytesThatAreNoText(bytes: [UInt8]) {
        let redactor = Redactor(["s3cr3t+xy"])
        #expect(redactor.redact(bytes + Array("s3cr3t+xy".utf8) + [1]) == bytes + Array(Redactor.mark.utf8) + [1])
        #expect(redactor.redact(bytes) == bytes)
    }

    @Test func theRestStays() {
        let redactor = Redactor(["s3cr3t+x", "abc", ""])
        #expect(redactor.redact("abc s3cr3t+x s3cr3t%2Bx s3cr3t%2bx.") == "abc <redacted> <redacted> <redacted>.")
        #expect(redactor.redact("s3cr3t x") == "s3cr3t x")
        #expect(
            redactor.redact(#"{"a":"\u00e9 100%","b":"s3cr3t\u002bx"}"#) == #"{"a":"\u00e9 100%","b":"<redacted>"}"#)
        #expect(redactor.redact("") == "" && Redactor.none.redact("s3cr3t+x") == "s3cr3t+x")
        #expect(Redactor(["aaaa"]).redact("baaaaaac") == "b<redacted>c")
        #expect(Redactor(["secret", "secretive"]).redact("a secretive b") == "a <redacted> b")
        let broken = [UInt8]("x ".utf8) + [0xFF, 0x25] + Array("s3cr3t+x".utf8) + [0x25, 0x31, 0x5C, 0x75]
        #expect(
            redactor.redact(broken) == [UInt8]("x ".utf8) + [0xFF, 0x25] + Array("<redacted>".utf8) + [
                0x25, 0x31, 0x5C, 0x75,
            ])
    }

    /// A reported URL keeps the names of its parameters and its path.
    @Test(arguments: [
        ("/contacts", "/contacts"), ("/contacts?", "/contacts?"),
        ("/a?term=x&limit=2", "/a?term=REDACTED&limit=REDACTED"),
        ("https://api.test/a?key=s3cr3t=&flag#part", "https://api.test/a?key=REDACTED&REDACTED"),
        ("?a==b", "?a=REDACTED"),
        // A combining mark changes the character before it, and no other byte.
        ("/a?\u{301}key=\u{301}s3cr3t&\u{301}b=c", "/a?\u{301}key=REDACTED&\u{301}b=REDACTED"),
    ]) func valuesOfQueriesAreHidden(address: String, told: String) {
        #expect(Redactor.hideValues(ofQueryIn: address).utf8.elementsEqual(told.utf8))
    }

    /// The time grows with the length, whatever the text is made of.
    @Test func longTextsAreFine() {
        let redactor = Redactor([String(repeating: "a", count: 2_000) + "b"])
        let text = String(repeating: "a", count: 200_000) + String(repeating: "%61\\u0061", count: 20_000)
        let clock = ContinuousClock()
        let start = clock.now
        #expect(redactor.redact(text) == text)
        #expect(clock.now - start < .seconds(20))
    }

    // MARK: Calls

    private static let token = #"tok+en/of "mine""#

    private static func client(_ answer: InMemoryTransport.Answer) -> PetsClient {
        PetsClient(transport: InMemoryTransport { _, _ in answer }, credentials: .bearerAuth(token))
    }

    private static func show(_ error: any Error) -> String {
        var shown = "\(error) \(String(reflecting: error)) \(error.localizedDescription) "
        dump(error, to: &shown)
        return shown
    }

    /// Secrets that the server repeats in the body or in a header, for documented and undocumented statuses.
    @Test(arguments: [401, 404, 418, 500]) func failuresDoNotTellTheCredential(status: Int) async throws {
        let escaped = PercentEncoding.unreserved.encode(Self.token)
        let json = String(decoding: JSONValue.string("Bearer \(Self.token) \(escaped)").serialized(), as: UTF8.self)
        let answer = InMemoryTransport.Answer(
            status: HTTPResponse.Status(code: status),
            headers: [
                .contentType: "application/json",
                .wwwAuthenticate: #"Bearer error="invalid_token", error_description="\#(escaped)""#,
                .location: "https://pets.test/?access_token=\(escaped)",
            ], body: ByteStream(Array(#"{"message":\#(json),"code":7}"#.utf8)))
        do {
            _ = try await Self.client(answer).fetchPet(petID: "1")
            Issue.record("answered")
        } catch {
            let shown =
                Self.show(error) + "\(error.refusal.map { "\($0)" } ?? "")"
                + String(decoding: error.body, as: UTF8.self)
                + error.details.headers.map(\.value).joined(separator: " ")
            #expect(
                !shown.contains("tok+en") && !shown.contains("tok%2Ben") && !shown.contains("of \\\"mine"), "\(shown)")
            #expect(
                String(decoding: error.body, as: UTF8.self) == #"{"message":"Bearer <redacted> <redacted>","code":7}"#)
            #expect(error.details.headers[.location] == "https://pets.test/?access_token=<redacted>")
            #expect(error.status == status)
        }
    }

    /// A success is passed to the caller unchanged; an error about it does not contain the credential.
    @Test func successesAreNotTouched() async throws {
        let body = #"{"pet_id":"\#("tok+en/of")"}"#
        let pet = try await PetsClient(
            transport: InMemoryTransport { _, _ in .json(body) }, credentials: .bearerAuth("tok+en/of")
        ).fetchPet(petID: "1")
        #expect("\(pet)".contains("tok+en/of"))
        do {
            _ = try await PetsClient(
                transport: InMemoryTransport { _, _ in .json(#"["tok+en/of"]"#) }, credentials: .bearerAuth("tok+en/of")
            ).fetchPet(petID: "1")
            Issue.record("read")
        } catch {
            #expect(!Self.show(error).contains("tok+en/of"))
            #expect(String(decoding: error.body, as: UTF8.self) == #"["<redacted>"]"#)
        }
    }

    struct Talkative: Error {
        var url: String
    }

    @Test func transportsDoNotTellTheCredential() async throws {
        let transport = InMemoryTransport { request, _ in
            let url = "https://pets.test\(request.path ?? "") \(request.headerFields[.authorization] ?? "")"
            throw TransportProblem(.tls, "cannot reach \(url)", underlying: Talkative(url: url))
        }
        do {
            _ = try await PetsClient(transport: transport, credentials: .bearerAuth("tok+en")).fetchPet(petID: "1")
            Issue.record("answered")
        } catch {
            #expect(!Self.show(error).contains("tok+en"))
            guard case .transport(let problem) = error.kind else { throw error }
            #expect(problem.message.contains("Bearer <redacted>"))
        }
    }

    /// A credential that a caller sets in a header is redacted as well.
    @Test func headersByHandAreNotTold() async throws {
        let core = PetsClient(
            transport: InMemoryTransport { request, _ in
                .json(#"{"message":"\#(request.headerFields[.authorization] ?? "")"}"#, status: .badRequest)
            }, credentials: .none
        ).core
        var writer = RequestWriter(descriptor: OperationDescriptor(id: "x", method: .get, path: "/x"))
        writer.descriptor.security = []
        let received = try await core.receive(writer, options: CallOptions(headers: [.authorization: "Bearer by-hand"]))
        #expect(String(decoding: received.redacted().reader.bytes, as: UTF8.self) == #"{"message":"<redacted>"}"#)
    }

    // MARK: Authorization servers

    @Test(arguments: [OAuthClient.Authentication.basic, .body]) func tokenEndpointsDoNotTellTheSecret(
        _ authentication: OAuthClient.Authentication
    ) async throws {
        let secret = "s3cr3t+of/ä"
        let form = PercentEncoding.form.encode(secret)
        let header = Data("app:\(form)".utf8).base64EncodedString()
        let quotes = [secret, "client_secret=\(form)", form.lowercased(), "Basic \(header)", Self.units(secret)]
        for quote in quotes {
            let text = String(decoding: JSONValue.string("bad: \(quote)").serialized(), as: UTF8.self)
            let server = OAuthServer(
                .json(
                    #"{"error":"invalid_client","error_description":\#(text),"error_uri":\#(text)}"#,
                    status: .badRequest))
            do {
                _ = try await server.client(secret: SecretString(secret), authentication: authentication)
                    .clientCredentials()
                Issue.record("given")
            } catch {
                let shown = Self.show(error)
                #expect(shown.contains("bad: ") && shown.contains(Redactor.mark), "\(shown)")
                #expect(
                    !shown.contains(quote) && !shown.contains("3cr3t") && !shown.contains(header.dropLast(4)),
                    "\(shown)")
            }
        }
    }

    /// The redirect of an authorization may repeat the state that binds it to the user.
    @Test func redirectsDoNotTellTheState() throws {
        let authorization = try OAuthServer(OAuthServer.tokens(1)).client().authorization(
            redirectURI: "https://app.test")
        let state = authorization.state.value
        let error = #expect(throws: OAuthProblem.self) {
            try authorization.code(in: "?error=bad&state=\(state)&error_description=of+\(state)")
        }
        #expect(error?.refusal?.text == "of <redacted>")
    }
}
