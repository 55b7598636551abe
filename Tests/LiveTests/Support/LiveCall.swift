import ApusRuntime
import Foundation
import HTTPTypes
import TestServers
import Testing

/// One operation, called once through the generated client with hand-written arguments, and checks of its response.
struct LiveCall<Client: APIClient>: Sendable, CustomTestStringConvertible {
    let operation: String
    let run: @Sendable (Client, CallOptions) async throws -> Void

    init(_ operation: String, _ run: @escaping @Sendable (Client, CallOptions) async throws -> Void) {
        self.operation = operation
        self.run = run
    }

    var testDescription: String { operation }

    /// Calls, and fails with every difference that the server has seen, or when it has not seen exactly one request.
    func perform(on server: LiveServer, with client: Client) async throws {
        let name = "\(operation)#\(UUID())"
        let header = try #require(HTTPField.Name(LiveServer.header))
        do {
            try await run(client, CallOptions(headers: [header: name]))
        } catch {
            Issue.record("\(operation) threw \(error)")
        }
        let requests = await server.requests(of: name)
        #expect(requests.count == 1, "one call is one request")
        for difference in requests.joined() {
            Issue.record("\(operation): \(difference)")
        }
    }
}

/// Three lists that must be equal: the operations called, those of the expectation file, and those of the generated
/// module.
func expectEveryOperation(of vendor: Vendor, in called: [String]) throws {
    let expected = try vendor.loadExpectations().map(\.operation).sorted()
    let generated = try vendor.readGeneratedOperations()
    #expect(called.sorted() == expected)
    #expect(generated == expected)
    #expect(called.count == vendor.operationCount)
}
