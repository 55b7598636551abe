import ApusPlatform
import ApusRuntime
import TestServers
import Testing

/// Credentials that differ from the document's requirement, as seen on a socket.
@Suite(.timeLimit(.minutes(1))) struct CredentialChoiceTests {
    /// An operation that requires one of three schemes, of which two share a location.
    struct Guarded: APIOperation {
        static let descriptor = OperationDescriptor(
            id: "guarded", method: .get, path: "/guarded",
            security: [["own": []], ["bearer": []], ["basic": []], ["key": []]])
        func encode(into request: inout RequestWriter) {}
        static func decode(_ response: inout ResponseReader) -> JSONValue { response.json() }
        typealias Failure = UndocumentedFailure
    }

    /// One for which the document asks nothing.
    struct Open: APIOperation {
        static let descriptor = OperationDescriptor(id: "open", method: .get, path: "/open")
        func encode(into request: inout RequestWriter) {}
        static func decode(_ response: inout ResponseReader) -> JSONValue { response.json() }
        typealias Failure = UndocumentedFailure
    }

    private static let everything = APICredentials(scheme: "bearer", token: "t")
        .and(APICredentials(scheme: "basic", username: "ada", password: "p"))
        .and(APICredentials(scheme: "key", token: "k")).and(APICredentials(scheme: "session", token: "s"))
        .and(APICredentials(scheme: "own", token: "o"))

    private static func serve(_ heads: Lock<[String]>) throws -> SocketServer {
        try SocketServer { connection in
            while let head = connection.readHead() {
                heads.withLock { $0.append(head.lowercased()) }
                connection.answer(body: "1")
            }
        }
    }

    /// The credentials in the head of a request: `bearer`, `basic`, `key`, `session`, `own`.
    private static func found(in head: String?) -> [String] {
        let head = head ?? ""
        let marks = [
            ("bearer", "authorization: bearer t\r\n"), ("basic", "authorization: basic "), ("key", "?api_key=k "),
            ("session", "cookie: sid=s\r\n"), ("own", "x-key: o\r\n"),
        ]
        return marks.filter { head.contains($0.1) }.map(\.0)
    }

    @Test(arguments: TransportKind.allCases) func choicesOfACall(_ kind: TransportKind) async throws {
        let heads = Lock<[String]>([])
        let server = try Self.serve(heads)
        let client = FaultClient(port: server.port, kind.make(), credentials: Self.everything)
        let choices: [(CredentialChoice?, [String])] = [
            (nil, ["own"]), (.documented, ["own"]), (.withheld, []), (.together, ["bearer", "key", "own"]),
            (.schemes("basic", "session"), ["basic", "session"]), (.schemes(), []),
        ]
        for (choice, expected) in choices {
            _ = try await client.send(Guarded(), options: CallOptions(credentials: choice))
            #expect(Self.found(in: heads.withLock { $0.last }) == expected, "\(String(describing: choice))")
        }
        _ = try await client.send(Open(), options: CallOptions(credentials: .together))
        #expect(Self.found(in: heads.withLock { $0.last }).isEmpty)
        _ = try await client.send(Open(), options: CallOptions(credentials: .schemes("bearer")))
        #expect(Self.found(in: heads.withLock { $0.last }) == ["bearer"])
    }

    /// A log-in that the document protects like everything else.
    @Test(arguments: TransportKind.allCases) func aMissingOneSaysHowToGoWithout(_ kind: TransportKind) async throws {
        let heads = Lock<[String]>([])
        let server = try Self.serve(heads)
        let client = FaultClient(port: server.port, kind.make())
        let error = await #expect(throws: APIError<UndocumentedFailure>.self) { try await client.send(Guarded()) }
        #expect(error?.description.contains("credentials: .withheld") == true)
        #expect(heads.withLock { $0 }.isEmpty)
        _ = try await client.send(Guarded(), options: CallOptions(credentials: .withheld))
        #expect(Self.found(in: heads.withLock { $0.last }).isEmpty)
    }

    @Test(arguments: TransportKind.allCases) func whatCannotGoTogetherIsRefused(_ kind: TransportKind) async throws {
        let server = try Self.serve(Lock([]))
        let client = FaultClient(port: server.port, kind.make(), credentials: Self.everything)
        let clash = await #expect(throws: APIError<UndocumentedFailure>.self) {
            try await client.send(Guarded(), options: CallOptions(credentials: .schemes("bearer", "basic")))
        }
        guard case .credentials(.unusable("basic", _)) = clash?.kind else { throw CancellationError() }
        let unknown = await #expect(throws: APIError<UndocumentedFailure>.self) {
            try await client.send(Guarded(), options: CallOptions(credentials: .schemes("nobody")))
        }
        guard case .credentials(.missing(_, [["nobody"]])) = unknown?.kind else { throw CancellationError() }
    }

    /// The chosen credentials stay at their host, like all others.
    @Test(arguments: TransportKind.allCases, [CredentialChoice.together, .schemes("bearer", "key", "session", "own")])
    func noneFollowsToAnotherHost(_ kind: TransportKind, _ choice: CredentialChoice) async throws {
        let heads = Lock<[String]>([])
        let other = try Self.serve(heads)
        let server = try SocketServer { [port = other.port] connection in
            guard connection.readHead() != nil else { return }
            connection.answer("302 Found", body: "", headers: ["Location: http://127.0.0.1:\(port)/there"])
        }
        let client = FaultClient(port: server.port, kind.make(), credentials: Self.everything)
        _ = try await client.send(Guarded(), options: CallOptions(credentials: choice))
        #expect(heads.withLock { $0 }.count == 1)
        #expect(Self.found(in: heads.withLock { $0.last }).isEmpty)
    }

    /// A list whose pages name the address of the next one.
    struct Linked: PagedOperation {
        static let descriptor = Guarded.descriptor
        static let paging = PagingRule(.nextURL(at: "/next"))
        func encode(into request: inout RequestWriter) {}
        static func decode(_ response: inout ResponseReader) -> JSONValue { response.json() }
        static func items(of page: JSONValue) -> [JSONValue] { page["items"]?.array ?? [] }
        typealias Failure = UndocumentedFailure
    }

    /// The server chooses a page's URL.
    @Test(arguments: TransportKind.allCases) func noneFollowsAPageToAnotherHost(_ kind: TransportKind) async throws {
        let heads = Lock<[String]>([])
        let other = try Self.serve(heads)
        let server = try SocketServer { [port = other.port] connection in
            guard connection.readHead() != nil else { return }
            connection.answer(body: #"{"items":[1],"next":"http://127.0.0.1:\#(port)/there"}"#)
        }
        let client = FaultClient(port: server.port, kind.make(), credentials: Self.everything)
        let options = CallOptions(credentials: .schemes("bearer", "key", "session", "own"))
        for try await _ in client.pages(of: Linked(), options: options) {}
        #expect(heads.withLock { $0 }.count == 1)
        #expect(Self.found(in: heads.withLock { $0.last }).isEmpty)
    }
}
