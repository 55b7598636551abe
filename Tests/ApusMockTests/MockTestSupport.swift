import ApusAsyncHTTPClient
import ApusMock
import ApusRuntime
import HTTPTypes
import MockConnections
import TestSupport
import Testing

/// The ways to a mock server: every test of behaviour goes both.
enum MockWay: String, CaseIterable, Sendable {
    case inProcess, overConnection

    /// Runs `body` with a transport and the address of the server.
    func run(
        _ workspace: MockWorkspace,
        _ body: @escaping @Sendable (_ transport: any HTTPTransport, _ url: String) async throws -> Void
    ) async throws {
        switch self {
        case .inProcess: try await body(workspace.transport(), "http://mock.test")
        case .overConnection:
            let (ports, continuation) = AsyncStream.makeStream(of: Int.self)
            let server = MockServer(workspace, port: 0)
            let running = Task {
                try await server.run { port in
                    continuation.yield(port)
                    continuation.finish()
                }
            }
            defer { running.cancel() }
            var iterator = ports.makeAsyncIterator()
            let port = try #require(await iterator.next())
            try await body(.asyncHTTPClient(), "http://127.0.0.1:\(port)")
        }
    }
}

/// One request without a generated client.
struct Mocked {
    let status: Int
    let headers: HTTPFields
    let body: [UInt8]

    var text: String { String(decoding: body, as: UTF8.self) }
    var json: JSONValue { get throws { try JSONValue(json: body) } }

    static func send(
        _ method: String, _ target: String, _ headers: [String: String] = [:], body: String? = nil,
        over transport: any HTTPTransport, at url: String
    ) async throws -> Mocked {
        let authority = String(url.dropFirst("http://".count))
        var request = HTTPRequest(
            method: try #require(HTTPRequest.Method(rawValue: method)), scheme: "http", authority: authority,
            path: target)
        for (name, value) in headers { request.headerFields[try #require(HTTPField.Name(name))] = value }
        if body != nil, headers["Content-Type"] == nil { request.headerFields[.contentType] = "application/json" }
        let answer = try await transport.send(
            request, body: body.map { .text($0) } ?? .none, options: .standard)
        return Mocked(
            status: answer.head.status.code, headers: answer.head.headerFields, body: try await answer.body.collect())
    }
}
