import SalesCaptain
import TestServers
import Testing

/// Every operation of SalesCaptain over both transports.
@Suite struct SalesCaptainTests {
    @Test(arguments: SalesCaptainCalls.all + SalesCaptainCalls.envelopes, Transport.allCases)
    func calls(_ call: LiveCall<SalesCaptainClient>, over transport: Transport) async throws {
        let server = try await LiveServer.shared(.salesCaptain)
        let client = SalesCaptainClient(
            server: .custom(server.url), transport: transport.shared, credentials: .bearerAuth("test-token"),
            companyID: SalesCaptainCalls.company)
        try await call.perform(on: server, with: client)
    }

    @Test func callsEveryOperation() throws {
        try expectEveryOperation(of: .salesCaptain, in: SalesCaptainCalls.all.map(\.operation))
    }
}
