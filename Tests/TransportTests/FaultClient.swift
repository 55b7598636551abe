import ApusPlatform
import ApusRuntime

/// A client in the form of generated ones, for faults that only show above the transport.
struct FaultClient: APIClient {
    let core: ClientCore

    init(
        port: UInt16, _ transport: any HTTPTransport, credentials: APICredentials = .none,
        middleware: [any APIMiddleware] = [.retries(RetryPolicy(initialDelay: .milliseconds(5)))],
        timeout: Duration? = .seconds(20)
    ) {
        self.init(
            server: "http://127.0.0.1:\(port)", transport, credentials: credentials, middleware: middleware,
            options: CallOptions(timeout: timeout))
    }

    init(
        server: String, _ transport: any HTTPTransport, credentials: APICredentials = .none,
        middleware: [any APIMiddleware] = [.retries(.never)], options: CallOptions = .standard
    ) {
        core = ClientCore(
            server: ServerURL(server), transport: transport, credentials: credentials,
            securitySchemes: [
                "bearer": .http(scheme: "bearer"), "basic": .http(scheme: "basic"),
                "key": .apiKey(in: .query, name: "api_key"), "session": .apiKey(in: .cookie, name: "sid"),
                "own": .apiKey(in: .header, name: "X-Key"),
            ],
            client: "Faults/1", middleware: middleware, options: options)
    }

    func fetch(_ name: String = "x", _ options: CallOptions = .standard) async throws(APIError<Fetch.Failure>)
        -> JSONValue
    {
        try await send(Fetch(name: name), options: options)
    }
}

struct Fetch: APIOperation {
    var name: String
    var query: String?
    var header: String?

    init(name: String, query: String? = nil, header: String? = nil) {
        self.name = name
        self.query = query
        self.header = header
    }

    static let descriptor = OperationDescriptor(
        id: "fetch", method: .get, path: "/{name}",
        security: [["bearer": []], ["basic": []], ["key": []], ["session": []], ["own": []], [:]])

    func encode(into request: inout RequestWriter) {
        request.path("name", name)
        request.query("q", query)
        request.header("X-Own", header)
    }

    static func decode(_ response: inout ResponseReader) -> JSONValue { response.json() }
    typealias Failure = UndocumentedFailure
}

struct Store: APIOperation {
    var body: JSONValue

    static let descriptor = OperationDescriptor(id: "store", method: .post, path: "/store")
    func encode(into request: inout RequestWriter) { request.json(body) }
    static func decode(_ response: inout ResponseReader) -> JSONValue { response.json() }
    typealias Failure = UndocumentedFailure
}

struct Send: APIOperation {
    var body: APIBody

    static let descriptor = OperationDescriptor(id: "upload", method: .put, path: "/upload")
    func encode(into request: inout RequestWriter) { request.stream(body) }
    static func decode(_ response: inout ResponseReader) {}
    typealias Failure = UndocumentedFailure
}

/// A count that threads and tasks share.
final class Tally: Sendable {
    private let state = Lock(0)

    var count: Int { state.withLock { $0 } }

    @discardableResult func add() -> Int {
        state.withLock { count in
            count += 1
            return count
        }
    }
}
