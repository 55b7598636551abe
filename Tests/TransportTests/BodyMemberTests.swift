import ApusRuntime
import TestServers
import Testing

/// Members that a call adds to the body of its operation.
@Suite(.timeLimit(.minutes(1))) struct BodyMemberTests {
    private struct Form: APIOperation {
        static let descriptor = OperationDescriptor(id: "form", method: .post, path: "/form")
        func encode(into request: inout RequestWriter) {
            request.form(["name": "Ada", "at": ["x": 1, "y": 2]] as JSONValue)
        }
        static func decode(_ response: inout ResponseReader) -> JSONValue { response.json() }
        typealias Failure = UndocumentedFailure
    }

    private struct Bodiless: APIOperation {
        static let descriptor = OperationDescriptor(id: "bodiless", method: .post, path: "/bodiless")
        func encode(into request: inout RequestWriter) {}
        static func decode(_ response: inout ResponseReader) -> JSONValue { response.json() }
        typealias Failure = UndocumentedFailure
    }

    @Test(arguments: TransportKind.allCases) func areAddedAndReplaced(_ kind: TransportKind) async throws {
        let server = try await RecordingServer.start(answering: .json("1"))
        let client = FaultClient(server: server.url, kind.make(), options: CallOptions(bodyMembers: ["client": true]))
        let store = Store(body: ["id": JSONValue.number(JSONNumber("1.50")!), "name": "Ada"])
        _ = try await client.send(store, options: CallOptions(bodyMembers: ["name": "Bo", "new": [1]]))
        _ = try await client.send(Form(), options: CallOptions(bodyMembers: ["at": "z", "new": "a b"]))
        _ = try await client.send(Bodiless(), options: CallOptions(bodyMembers: ["q": 1]))
        _ = try await client.send(store)
        let requests = await server.requests
        #expect(
            requests.map { String(decoding: $0.body, as: UTF8.self) } == [
                #"{"id":1.50,"name":"Bo","new":[1]}"#, "name=Ada&at=z&new=a+b", #"{"q":1}"#,
                #"{"id":1.50,"name":"Ada"}"#,
            ])
        #expect(requests[2].header("content-type") == "application/json")
    }

    @Test func needAnObject() async throws {
        let client = FaultClient(server: "http://127.0.0.1:1", TransportKind.urlSession.make())
        let options = CallOptions(bodyMembers: ["a": 1])
        for operation in [Store(body: [1]), Store(body: "text")] {
            let error = await #expect(throws: APIError<UndocumentedFailure>.self) {
                try await client.send(operation, options: options)
            }
            #expect(error?.description.contains("a JSON object or a form") == true, "\(String(describing: error))")
        }
        let error = await #expect(throws: APIError<UndocumentedFailure>.self) {
            try await client.send(Send(body: .text("x")), options: options)
        }
        #expect(error?.description.contains("a JSON object or a form") == true)
    }
}
