import ApusRuntime
import Testing

@Suite struct ServerTests {
    struct Row: Sendable {
        let server: String
        let authority: String
        let path: String
    }

    static let rows = [
        Row(server: "https://api.test", authority: "api.test", path: "/pets/1"),
        Row(server: "https://api.test/", authority: "api.test", path: "/pets/1"),
        Row(server: "HTTP://api.test:8080/v1//", authority: "api.test:8080", path: "/v1/pets/1"),
        Row(server: "https://api.test/a b", authority: "", path: ""),
        Row(server: "https://[::1]:80/v1", authority: "[::1]:80", path: "/v1/pets/1"),
        Row(server: "https://api.test?key=1", authority: "api.test", path: "/pets/1?key=1"),
        Row(server: "https://api.test?q=ü%20[a]&b=/?", authority: "api.test", path: "/pets/1?q=%C3%BC%20%5Ba%5D&b=/?"),
    ]

    @Test(arguments: rows) func joins(_ row: Row) throws {
        guard !row.authority.isEmpty else {
            #expect(throws: EncodingProblem.self) { try FetchPet(petID: "1").request(server: ServerURL(row.server)) }
            return
        }
        let request = try FetchPet(petID: "1").request(server: ServerURL(row.server)).request
        #expect(request.authority == row.authority)
        #expect(request.path == row.path)
    }

    @Test(arguments: [
        "", "api.test", "/v1", "ftp://a", "https://", "https://user:secret@a.test", "https://a.test:port",
        "https://a.test:70000", "https://a.test/#x", "https://{region}.a.test", "https://a.test\r\nX: y",
        "https://[::1",
        "https://a\\b", "https://münchen.test", "https://a.test:+80", "https://a.test/v1/../admin",
        "https://a.test/%2E./v1",
    ])
    func refuses(_ server: String) {
        do {
            _ = try FetchPet(petID: "1").request(server: ServerURL(server))
            Issue.record("accepted \(server)")
        } catch {
            #expect(error.path.hasPrefix("server"))
            #expect(!error.description.contains("secret"))
        }
    }

    @Test func templates() throws {
        #expect(PetsServer.regional(region: "us").url.text == "https://us.pets.test/v1/")
        let relative = ServerURL(relative: "/v2", base: "https://a.test:1/base")
        #expect(relative.text == "https://a.test:1/v2")
        #expect(ServerURL(relative: "v2", base: "https://a.test/base/").text == "https://a.test/base/v2")
        #expect(ServerURL(relative: "https://b.test", base: "https://a.test").text == "https://b.test")
    }

    @Test(arguments: [
        "evil.test/", "evil.test?", "evil.test#", "evil.test:8443/", "x@evil", "x\\y", "{b}", "", "evil.test", "a b",
        "a%2eb", "a\r\nb", "[::1]",
    ])
    func labelsHoldNoDelimiter(_ value: String) {
        let server = ServerURL(template: "https://{a}.api.test/v1", variables: ["a": value, "b": "evil.test/"])
        #expect(throws: EncodingProblem.self) { try FetchPet(petID: "1").request(server: server) }
        let nested = ServerURL(relative: "/v2", base: server)
        #expect(throws: EncodingProblem.self) { try FetchPet(petID: "1").request(server: nested) }
    }

    @Test(arguments: ["..", ".", "%2e%2E", "a/b", "a?b", "a#b", "{b}", "a\\b"])
    func segmentsHoldNoDelimiter(_ value: String) {
        for template in ["https://api.test/{a}", "https://api.test/x/{a}/y"] {
            let server = ServerURL(template: template, variables: ["a": value, "b": ".."])
            #expect(throws: EncodingProblem.self) { try FetchPet(petID: "1").request(server: server) }
        }
        let relative = ServerURL(
            relative: ServerURL(template: "/api/{a}", variables: ["a": value]), base: "https://api.test")
        #expect(throws: EncodingProblem.self) { try FetchPet(petID: "1").request(server: relative) }
    }

    @Test(arguments: [
        (ServerURL(template: "{scheme}://api.test", variables: ["scheme": "https"]), "https://api.test/pets/1"),
        (
            ServerURL(template: "https://{host}/v1", variables: ["host": "pets.acme.test"]),
            "https://pets.acme.test/v1/pets/1"
        ),
        (
            ServerURL(template: "https://{host}/v1", variables: ["host": "localhost:8080"]),
            "https://localhost:8080/v1/pets/1"
        ),
        (ServerURL(template: "{address}/v1", variables: ["address": "https://a.test/x"]), "https://a.test/x/v1/pets/1"),
        (ServerURL(template: "https://a.test:{port}", variables: ["port": "81"]), "https://a.test:81/pets/1"),
        (ServerURL(template: "https://a.test/{v}", variables: ["v": "v1.2"]), "https://a.test/v1.2/pets/1"),
        (
            ServerURL(template: "https://a.test/{base}", variables: ["base": "v2/api"], documented: ["v2/api"]),
            "https://a.test/v2/api/pets/1"
        ),
        (ServerURL(template: "https://{a}-{b}.test", variables: ["a": "x", "b": "y"]), "https://x-y.test/pets/1"),
    ])
    func variablesFillTheirPart(_ server: ServerURL, _ expected: String) throws {
        let request = try FetchPet(petID: "1").request(server: server).request
        #expect("\(request.scheme ?? "")://\(request.authority ?? "")\(request.path ?? "")" == expected)
    }

    @Test(arguments: ["+80", "-1", "80x", "", "0x50"])
    func portsAreDigits(_ value: String) {
        let server = ServerURL(template: "https://a.test:{port}", variables: ["port": value])
        #expect(throws: EncodingProblem.self) { try FetchPet(petID: "1").request(server: server) }
    }

    @Test func operationServerAndOptions() throws {
        struct Upload: APIOperation {
            static let descriptor = OperationDescriptor(
                id: "upload", method: .post, path: "/files", server: "https://upload.test/v3")
            func encode(into request: inout RequestWriter) {}
            static func decode(_ response: inout ResponseReader) {}
            typealias Failure = UndocumentedFailure
        }
        #expect(try Upload().request(server: "https://a.test").request.authority == "upload.test")
        let options = CallOptions(
            headers: [.userAgent: "mine"], query: [("a b", "c&d")], idempotencyKey: "k1", server: "http://localhost:1")
        let request = try Upload().request(server: "https://a.test", options: options).request
        #expect(request.authority == "localhost:1")
        #expect(request.path == "/files?a%20b=c%26d")
        #expect(request.headerFields[.userAgent] == "mine")
        #expect(HTTPField.Name("Idempotency-Key").flatMap { request.headerFields[$0] } == "k1")
        #expect(request.headerFields[.accept] == "application/json")
    }
}
