import ApusRuntime

/// Calls that decode the contact list, without and with the observation of differences.
struct ObservedCalls {
    private struct Client: APIClient { let core: ClientCore }

    private struct ListContacts: APIOperation {
        static let descriptor = OperationDescriptor(id: "listContacts", method: .get, path: "/contacts")
        func encode(into request: inout RequestWriter) {}
        static func decode(_ response: inout ResponseReader) -> ApusContactList { response.json() }
        typealias Failure = UndocumentedFailure
    }

    private let client: Client

    init(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        client = Client(
            core: ClientCore(
                server: "https://contacts.test", transport: InMemoryTransport { _, _ in .json(text) },
                client: "Benchmark/1"))
    }

    func repeated(checks: ContractChecks = []) async throws {
        for _ in 0..<Self.rounds { _ = try await client.send(ListContacts(), options: CallOptions(checks: checks)) }
    }

    private static let rounds = 40
}
