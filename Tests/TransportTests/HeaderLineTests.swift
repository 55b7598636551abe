import ApusPlatform
import ApusRuntime
import TestServers
import Testing

/// The lines of a head as a socket sees them, in both directions.
@Suite(.timeLimit(.minutes(1))) struct HeaderLineTests {
    /// An operation with two cookies of its own.
    struct Visit: APIOperation {
        static let descriptor = OperationDescriptor(
            id: "visit", method: .get, path: "/visit", security: [["session": []]])

        func encode(into request: inout RequestWriter) {
            request.cookie("theme", "dark")
            request.cookie("ids", [1, 2])
        }

        static func decode(_ response: inout ResponseReader) -> JSONValue { response.json() }
        typealias Failure = UndocumentedFailure
    }

    /// The values of the lines with a lower-case name.
    private static func lines(_ name: String, of head: String?) -> [String] {
        (head ?? "").split(separator: "\r\n").compactMap { line in
            let halves = line.split(separator: ":", maxSplits: 1)
            guard halves.count == 2, halves[0].lowercased() == name else { return nil }
            return String(halves[1].drop { $0 == " " })
        }
    }

    private static func answering(_ heads: Lock<[String]>, _ headers: [String] = []) throws -> SocketServer {
        try SocketServer { connection in
            while let head = connection.readHead() {
                heads.withLock { $0.append(head) }
                connection.answer(body: "1", headers: headers)
            }
        }
    }

    /// RFC 6265, 5.4: one line, whether a cookie is a parameter, a credential or a header of the call.
    @Test(arguments: TransportKind.allCases) func cookiesAreOneLine(_ kind: TransportKind) async throws {
        let heads = Lock<[String]>([])
        let server = try Self.answering(heads)
        let client = FaultClient(
            port: server.port, kind.make(), credentials: APICredentials(scheme: "session", token: "s1"))
        _ = try await client.send(Visit())
        let middleware = FaultClient(
            port: server.port, kind.make(), credentials: APICredentials(scheme: "session", token: "s1"),
            middleware: [Seasoning()])
        _ = try await middleware.send(Visit())
        let received = heads.withLock { $0 }
        #expect(Self.lines("cookie", of: received.first) == ["theme=dark; ids=1; ids=2; sid=s1"])
        #expect(Self.lines("cookie", of: received.last) == ["theme=dark; ids=1; ids=2; salt=1; sid=s1"])
    }

    private struct Seasoning: APIMiddleware {
        func intercept(_ call: OutgoingCall, next: CallChain) async throws(CallProblem) -> HTTPResponseStream {
            var call = call
            call.request.headerFields.append(HTTPField(name: .cookie, value: "salt=1"))
            return try await next(call)
        }
    }

    /// Also where a transport is used by itself.
    @Test(arguments: TransportKind.allCases) func repeatedNamesAreOneLine(_ kind: TransportKind) async throws {
        let heads = Lock<[String]>([])
        let server = try Self.answering(heads)
        var request = HTTPRequest(method: .get, scheme: "http", authority: "127.0.0.1:\(server.port)", path: "/")
        request.headerFields[.cookie] = "a=1; b=2"
        for value in ["one", "two, three"] { request.headerFields.append(HTTPField(name: .via, value: value)) }
        _ = try await kind.make().send(request, body: .none, options: .standard)
        let head = heads.withLock { $0 }.first
        #expect(Self.lines("cookie", of: head) == ["a=1; b=2"])
        #expect(Self.lines("via", of: head) == ["one, two, three"])
    }

    @Test(arguments: TransportKind.allCases) func setCookieLinesStaySeveral(_ kind: TransportKind) async throws {
        let cookies = [
            "sid=a1; Path=/; HttpOnly", "until=x; Expires=Wed, 21 Oct 2026 07:28:00 GMT; Secure", "empty=",
            "list=1,2,c=3; Max-Age=5", "json={\"a\": 1, \"b\": 2}",
        ]
        let server = try Self.answering(Lock([]), cookies.map { "Set-Cookie: " + $0 } + ["Via: a", "Via: b"])
        let response = try await kind.make().get(server.port, "/")
        #expect(response.head.headerFields[values: .setCookie] == cookies)
        #expect(response.head.headerFields[.via] == "a, b")
        let client = FaultClient(port: server.port, kind.make())
        let reply = try await client.response(to: Fetch(name: "x"))
        #expect(reply.headers[values: .setCookie] == cookies)
        #expect(try reply.headers.read("Set-Cookie", as: .list) == cookies)
        #expect(try reply.headers.read("set-cookie") == cookies.joined(separator: "\n"))
    }

    /// Sent, or refused with the reason; never lost.
    @Test(arguments: TransportKind.allCases, [HTTPRequest.Method.get, .head])
    func bodiesOfGetAreSentOrRefused(_ kind: TransportKind, _ method: HTTPRequest.Method) async throws {
        let heads = Lock<[String]>([])
        let server = try SocketServer { connection in
            guard let head = connection.readHead() else { return }
            heads.withLock { $0.append(head) }
            if Self.lines("content-length", of: head) == ["4"] { connection.read(4) }
            connection.answer(body: method == .head ? "" : "1")
        }
        for body in [APIBody.text("body"), .stream(ByteStream(Array("body".utf8)), length: 4)] {
            let request = HTTPRequest(
                method: method, scheme: "http", authority: "127.0.0.1:\(server.port)", path: "/")
            do {
                _ = try await kind.make().send(request, body: body, options: TransportOptions(timeout: .seconds(5)))
                #expect(Self.lines("content-length", of: heads.withLock { $0 }.last) == ["4"])
            } catch {
                #expect(kind == .urlSession, "\(error)")
                #expect(error.kind == .invalidRequest && error.message.contains("with a body"), "\(error)")
                #expect(heads.withLock { $0 }.isEmpty)
            }
        }
    }
}
