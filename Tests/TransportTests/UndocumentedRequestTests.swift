import ApusRuntime
import Foundation
import TestServers
import Testing

/// Requests that the document does not describe, as they arrive at a server.
@Suite(.timeLimit(.minutes(1))) struct UndocumentedRequestTests {
    private static let credentials = APICredentials(scheme: "bearer", token: "t0ken")
        .and(APICredentials(scheme: "own", token: "key-1"))

    private static func client(
        _ server: RecordingServer, _ kind: TransportKind, options: CallOptions = .standard
    ) -> FaultClient {
        FaultClient(server: server.url, kind.make(), credentials: credentials, options: options)
    }

    @Test(arguments: TransportKind.allCases) func aPathOfTheServer(_ kind: TransportKind) async throws {
        let server = try await RecordingServer.start(answering: .json(#"{"total": 3}"#))
        let client = Self.client(server, kind)
        let id = "a/b ü"
        let missing: Int? = nil
        let report = try await client.send(
            .get("/v2.3/reports/\(id)/day-\(7)?all", query: ["from": "1 & 2", "ids": [1, 2], "limit": missing]),
            as: JSONValue.self, options: CallOptions(query: [(name: "trace", value: "1")]))
        #expect(report["total"]?.int == 3)
        let request = try #require(await server.requests.first)
        #expect(request.method == "GET")
        #expect(request.path == "/v2.3/reports/a%2Fb%20%C3%BC/day-7")
        #expect(request.query == "all&from=1%20%26%202&ids=1&ids=2&trace=1")
        #expect(request.header("authorization") == "Bearer t0ken")
        #expect(request.header("x-key") == "key-1")
        #expect(request.header("accept") == "application/json")
    }

    @Test(arguments: TransportKind.allCases) func bodies(_ kind: TransportKind) async throws {
        let server = try await RecordingServer.start(answering: Answer(status: 204))
        let client = Self.client(server, kind)
        let members: JSONValue = ["name": "Ada", "tags": ["x", "y"]]
        let nothing = try await client.send(.post("/things").json(members), as: JSONValue.self)
        #expect(nothing.isNull)
        try await client.send(.put("/things").form(members), as: JSONValue.self)
        try await client.send(.patch("/things").body(.text("a,b"), contentType: "text/csv"), as: JSONValue.self)
        try await client.send(.delete("/things"), as: JSONValue.self)
        let requests = await server.requests
        #expect(requests.map(\.method) == ["POST", "PUT", "PATCH", "DELETE"])
        #expect(
            requests.map { String(decoding: $0.body, as: UTF8.self) }
                == [#"{"name":"Ada","tags":["x","y"]}"#, "name=Ada&tags=x&tags=y", "a,b", ""])
        #expect(
            requests.map { $0.header("content-type") }
                == ["application/json", "application/x-www-form-urlencoded", "text/csv", nil])
    }

    /// Parts keep their order: some servers read the fields before the file.
    @Test(arguments: TransportKind.allCases) func uploads(_ kind: TransportKind) async throws {
        let server = try await RecordingServer.start(answering: .json(#"{"id": "f1"}"#))
        let client = Self.client(server, kind)
        let path = FileManager.default.temporaryDirectory.appending(path: "apus-\(UUID()).png").path
        try Data("\u{0}PNG".utf8).write(to: URL(filePath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let missing: String? = nil
        let stored = try await client.send(
            .post("/files").multipart([
                "title": "A map", "note": missing, "tags": ["x", "y"], "size": 4,
                "file": try FilePart.file(path, name: "map.png", contentType: "image/png"),
            ]), as: JSONValue.self)
        #expect(stored["id"]?.string == "f1")
        let request = try #require(await server.requests.first)
        let type = try #require(request.header("content-type"))
        #expect(type.hasPrefix("multipart/form-data; boundary="))
        let parts = String(decoding: request.body, as: UTF8.self).components(separatedBy: "--" + type.dropFirst(30))
        let expected = [
            ("title", "A map"), ("tags", "x"), ("tags", "y"), ("size", "4"), ("file", "\u{0}PNG"),
        ]
        try #require(parts.count == expected.count + 2)
        for (part, (name, value)) in zip(parts.dropFirst(), expected) {
            #expect(part.contains("name=\"\(name)\"") && part.hasSuffix("\r\n\r\n\(value)\r\n"), "\(part)")
        }
        #expect(parts[5].contains("filename=\"map.png\"") && parts[5].contains("Content-Type: image/png"))
    }

    @Test(arguments: TransportKind.allCases) func bytesAndStreams(_ kind: TransportKind) async throws {
        let server = try await RecordingServer.start(
            answering: Answer(status: 200, headers: [Pair(name: "content-type", value: "image/png")], body: "\u{0}PNG"))
        let client = Self.client(server, kind)
        let bytes = try await client.send(.get("/logo"), as: Data.self)
        #expect(bytes == Data("\u{0}PNG".utf8))
        let stream = try await client.stream(of: UndocumentedRequest<Data>(.get, "/logo"))
        #expect(try await stream.body.collect() == Array("\u{0}PNG".utf8))
        let whole = try await client.response(to: .get("/logo"), as: Data.self)
        #expect(whole.status == 200 && whole.bytes == Array("\u{0}PNG".utf8))
    }

    /// A whole URL of the client's own origin is treated like a path, without the server's base path.
    @Test(arguments: TransportKind.allCases) func aWholeURL(_ kind: TransportKind) async throws {
        let server = try await RecordingServer.start(answering: .json("1"))
        let client = FaultClient(server: server.url + "/base", kind.make(), credentials: Self.credentials)
        try await client.send(.get("/a"), as: Int.self)
        try await client.send(.get(RequestPath(verbatim: server.url + "/a?b=1")), as: Int.self)
        try await client.send(.get(RequestPath(verbatim: server.url)), as: Int.self)
        let requests = await server.requests
        #expect(requests.map(\.path) == ["/base/a", "/a", "/"])
        #expect(requests.map(\.query) == ["", "b=1", ""])
        #expect(requests.allSatisfy { $0.header("authorization") == "Bearer t0ken" })
    }

    /// Another host gets what the request itself has, and nothing that belongs to the client.
    @Test(arguments: TransportKind.allCases) func anotherHost(_ kind: TransportKind) async throws {
        let own = try await RecordingServer.start(answering: .json("1"))
        let other = try await RecordingServer.start(answering: Answer(status: 401))
        let name = try #require(HTTPField.Name("X-Tenant"))
        let client = Self.client(
            own, kind, options: CallOptions(headers: [name: "acme"], query: [(name: "key", value: "secret")]))
        let mine = try #require(HTTPField.Name("X-Mine"))
        let options = CallOptions(credentials: .schemes("bearer"))
        let path = RequestPath(verbatim: other.url + "/x")
        let error = await #expect(throws: APIError<UndocumentedFailure>.self) {
            try await client.send(
                .post(path, query: ["a": 1], headers: [mine: "m"]).json(1), as: JSONValue.self, options: options)
        }
        #expect(error?.status == 401)
        #expect(await own.requests.isEmpty)
        let requests = await other.requests
        #expect(requests.count == 1)
        let request = try #require(requests.first)
        #expect(request.query == "a=1" && request.body == Array("1".utf8))
        #expect(request.header("x-mine") == "m")
        for name in ["authorization", "x-key", "x-tenant"] { #expect(request.header(name) == nil) }
        let text = request.headers.map(\.value).joined()
        #expect(!text.contains("t0ken") && !text.contains("key-1"))
    }

    /// No value leads to another path or host, and nothing is sent then.
    @Test(arguments: TransportKind.allCases, ["..", ".", "", "%2e%2E"])
    func valuesStayInTheirSegment(_ kind: TransportKind, _ value: String) async throws {
        let server = try await RecordingServer.start(answering: .json("1"))
        let client = FaultClient(server: server.url, kind.make())
        for path: RequestPath in ["/a/\(value)/b", "/a/\(value)"] where value != "%2e%2E" {
            let error = await #expect(throws: APIError<UndocumentedFailure>.self) {
                try await client.send(.get(path), as: JSONValue.self)
            }
            guard case .encoding = error?.kind else {
                Issue.record("\(value): \(String(describing: error))")
                continue
            }
        }
        try await client.send(.get("/x/\("{1}/?#@evil.test:1")"), as: JSONValue.self)
        #expect(await server.requests.map(\.path) == ["/x/%7B1%7D%2F%3F%23%40evil.test%3A1"])
    }

    /// A host is never made of values.
    @Test func valuesAreNoHosts() async throws {
        let host = "evil.test"
        let client = FaultClient(server: "http://127.0.0.1:1", TransportKind.urlSession.make())
        let error = await #expect(throws: APIError<UndocumentedFailure>.self) {
            try await client.send(.get("https://\(host)/x"), as: JSONValue.self)
        }
        guard case .encoding = error?.kind else { return #expect(Bool(false), "\(String(describing: error))") }
    }

    @Test func errorsNameTheRequestWithoutItsValues() async throws {
        let server = try await RecordingServer.start(answering: .json(#"{"message": "gone"}"#, status: 410))
        let client = FaultClient(server: server.url, TransportKind.urlSession.make())
        let error = await #expect(throws: APIError<UndocumentedFailure>.self) {
            try await client.send(.get("/people/\("s3cr3t")?q=\("hidden")"), as: JSONValue.self)
        }
        #expect(error?.operation == "GET /people/{1}")
        #expect(error?.description == "GET /people/{1}: status 410: gone")
    }
}
