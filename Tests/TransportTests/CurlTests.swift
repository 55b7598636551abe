import ApusPlatform
import ApusRuntime
import Foundation
import TestServers
import TestSupport
import Testing

/// The commands of ``APIClient/curl(_:options:)`` and ``APICallError/curl``, run by a shell with the tool curl: the server receives the same.
@Suite(.timeLimit(.minutes(1))) struct CurlTests {
    private static let credentials = APICredentials(scheme: "bearer", token: "t0ken")
        .and(APICredentials(scheme: "basic", username: "ada", password: "p w"))
        .and(APICredentials(scheme: "key", token: "k")).and(APICredentials(scheme: "session", token: "s1"))
        .and(APICredentials(scheme: "own", token: "key-1"))
    private static let variables =
        "BEARER=t0ken BASIC_USERNAME=ada BASIC_PASSWORD='p w' KEY=k SESSION=s1 OWN=key-1; "

    /// Method, target, headers and body; without what belongs to a connection.
    private static func essence(_ request: ReceivedRequest) -> String {
        let own = ["host", "connection", "accept-encoding", "content-length", "accept-language", "transfer-encoding"]
        let headers = request.headers.filter { !own.contains($0.name) }.map { "\($0.name): \($0.value)" }.sorted()
        return
            ([request.method, request.path, request.query] + headers + ["\(request.body)"]).joined(separator: "\n")
    }

    private static func run(_ command: String) async throws {
        let script = variables + "export BEARER BASIC_USERNAME BASIC_PASSWORD KEY SESSION OWN\n" + command
        let outcome = try await ChildProcess.run(["sh", "-c", script])
        #expect(outcome.status == 0, "\(command)\n\(outcome.errors)")
    }

    private static let scary = "it's $HOME `id` \"x\" \\ ! \n ü {a,b} [1-3] @f"

    @Test(
        .needs("curl"),
        arguments: ["bearer", "basic", "key", "session", "own"])
    func sendsTheSame(scheme: String) async throws {
        let server = try await RecordingServer.start(answering: .json("1"))
        let client = FaultClient(
            server: server.url, TransportKind.asyncHTTPClient.make(), credentials: Self.credentials)
        let name = try #require(HTTPField.Name("X-Odd"))
        let options = CallOptions(
            headers: [name: "it's \"$HOME\"", .cookie: "a=b"], query: [(name: "q", value: Self.scary)],
            credentials: .schemes(scheme))
        let operation = Fetch(name: "a/b {1}", query: "x[1]", header: "")
        _ = try await client.send(operation, options: options)
        try await Self.run(try client.curl(operation, options: options))
        let requests = await server.requests.map(Self.essence)
        #expect(requests.count == 2)
        #expect(requests.first == requests.last)
        #expect(try !client.curl(operation, options: options).contains("t0ken"))
    }

    @Test(
        .needs("curl"),
        arguments: [
            Array(scary.utf8), Array("@/etc/passwd".utf8), [0, 255, 10, 13, 92, 39, 37], [], Array("\r\nx\n".utf8),
            Array("%s\\0".utf8),
        ])
    func sendsTheSameBody(_ body: [UInt8]) async throws {
        let server = try await RecordingServer.start(answering: .json("1"))
        let client = FaultClient(server: server.url, TransportKind.asyncHTTPClient.make())
        let operation = Send(body: .bytes(body))
        _ = try await client.send(operation)
        try await Self.run(try client.curl(operation))
        try await Self.run(
            try operation.curl(server: ServerURL(server.url), options: CallOptions(headers: [.userAgent: "Mine"])))
        let requests = await server.requests
        #expect(requests.map(\.body) == [body, body, body])
        #expect(Self.essence(requests[0]) == Self.essence(requests[1]))
        #expect(requests[2].header("user-agent") == "Mine")
    }

    /// The command of an error names what was sent and no secret.
    @Test(.needs("curl"), arguments: TransportKind.allCases)
    func ofAnError(_ kind: TransportKind) async throws {
        let server = try await RecordingServer.start(answering: .json(#"{"message": "no"}"#, status: 409))
        let client = FaultClient(
            server: server.url, kind.make(), credentials: Self.credentials)
        let token = try #require(HTTPField.Name("X-Auth-Token"))
        let error = await #expect(throws: APIError<UndocumentedFailure>.self) {
            try await client.send(
                Fetch(name: "x"), options: CallOptions(headers: [token: "hid-den"], query: [(name: "a", value: "1")]))
        }
        let command = try #require(error?.curl)
        #expect(!command.contains("t0ken") && !command.contains("hid-den"))
        #expect(!"\(String(describing: error))".contains("curl"))
        try await Self.run(command)
        let requests = await server.requests
        #expect(requests.map(\.query) == ["a=1", "a=1"])
        #expect(requests.map { $0.header("authorization") } == ["Bearer t0ken", "Bearer t0ken"])
        let refused = await #expect(throws: APIError<UndocumentedFailure>.self) {
            try await client.send(Fetch(name: ".."))
        }
        #expect(refused?.curl == nil)
    }
}
