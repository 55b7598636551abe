import DeveloperAPI
import TestServers
import Testing

/// Every operation of Developer API over both transports. The document declares no server, so the client is given one.
@Suite struct DeveloperAPITests {
    @Test(arguments: DeveloperAPICalls.all, Transport.allCases)
    func calls(_ call: LiveCall<DeveloperAPIClient>, over transport: Transport) async throws {
        let server = try await LiveServer.shared(.developerAPI)
        let client = DeveloperAPIClient(
            server: .custom("\(server.url)/api/v1"), transport: transport.shared,
            credentials: .authorization("Bearer test-token"))
        try await call.perform(on: server, with: client)
    }

    @Test func callsEveryOperation() throws {
        try expectEveryOperation(of: .developerAPI, in: DeveloperAPICalls.all.map(\.operation))
    }
}
