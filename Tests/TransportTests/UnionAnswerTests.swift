import ApusRuntime
import TestServers
import Testing

/// Unions in responses: an alternative that cannot be decoded does not fail its neighbors.
@Suite(.timeLimit(.minutes(1))) struct UnionAnswerTests {
    @Test(arguments: TransportKind.allCases) func whatDoesNotFitFailsNothing(_ kind: TransportKind) async throws {
        let text = #"[{"size":5},{"size":"5"},{"size":5000000000},{"size":[null,1.50]},"x"]"#
        let server = try SocketServer { connection in
            guard connection.readPath() != nil else { return }
            connection.answer(body: Array(text.utf8), headers: ["Content-Type: application/json"])
        }
        let client = FaultClient(port: server.port, kind.make(), middleware: [.retries(.never)])
        let sizes = try await client.send(FetchSizes(), options: .standard)
        #expect(
            sizes == [
                .small(SizeOf(size: 5)), .named(SizeOf(size: "5")), .large(SizeOf(size: 5_000_000_000)),
                .unknown(["size": [nil, 1.5]]), .unknown("x"),
            ])
        #expect(try String(decoding: JSONEncoding.encode(sizes, for: .storage), as: UTF8.self) == text)
        let strict = await #expect(throws: APIError<UndocumentedFailure>.self) {
            try await client.send(FetchSizes(), options: CallOptions(checks: .responses))
        }
        guard case .decoding(let problem)? = strict?.kind else { throw try #require(strict) }
        #expect(problem.path == "[3]", "\(problem)")
    }
}

private struct FetchSizes: APIOperation {
    static let descriptor = OperationDescriptor(id: "sizes", method: .get, path: "/sizes")
    func encode(into request: inout RequestWriter) {}
    static func decode(_ response: inout ResponseReader) -> [Size] { response.json() }
    typealias Failure = UndocumentedFailure
}

private enum Size: APIUnion {
    case small(SizeOf<Int32>)
    case large(SizeOf<Int64>)
    case named(SizeOf<String>)
    case unknown(JSONValue)

    static let alternatives: [UnionAlternative] = [
        .object(known: ["size"], members: ["size": .int32]), .object(known: ["size"]), .object(known: ["size"]),
    ]

    init(from value: inout ValueReader) {
        self = value.choose(Self.alternatives) { place, value in
            switch place {
            case 0: .small(value.read())
            case 1: .large(value.read())
            case 2: .named(value.read())
            default: .unknown(value.read())
            }
        }
    }

    func write(to value: inout ValueWriter) {
        switch self {
        case .small(let member): value.write(member)
        case .large(let member): value.write(member)
        case .named(let member): value.write(member)
        case .unknown(let member): value.writeUnknown(member)
        }
    }
}

private struct SizeOf<Value: APIValue & Hashable & Codable>: APIObject {
    var size: Value

    init(size: Value) { self.size = size }
    init(from object: inout ObjectReader) { size = object.required("size") }
    func write(to object: inout ObjectWriter) { object.write("size", size) }
}
