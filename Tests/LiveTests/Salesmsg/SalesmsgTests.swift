import Salesmsg
import TestServers
import Testing

/// Every operation of Salesmsg over both transports, and some with the other of the two security schemes.
@Suite struct SalesmsgTests {
    @Test(arguments: SalesmsgCalls.all, Transport.allCases)
    func calls(_ call: LiveCall<SalesmsgClient>, over transport: Transport) async throws {
        let server = try await LiveServer.shared(.salesmsg)
        try await call.perform(on: server, with: client(of: server, transport, .personalToken("test-token")))
    }

    @Test(arguments: SalesmsgCalls.all.filter { ["fetchContact", "issueToken", "listTags"].contains($0.operation) })
    func callsWithOAuth(_ call: LiveCall<SalesmsgClient>) async throws {
        let server = try await LiveServer.shared(.salesmsg)
        try await call.perform(on: server, with: client(of: server, .asyncHTTPClient, .oauth2("test-token")))
    }

    @Test func callsEveryOperation() throws {
        try expectEveryOperation(of: .salesmsg, in: SalesmsgCalls.all.map(\.operation))
    }

    private func client(
        of server: LiveServer, _ transport: Transport, _ credentials: SalesmsgCredentials
    ) -> SalesmsgClient {
        SalesmsgClient(
            server: .custom("\(server.url)/pub/v2.2"), transport: transport.shared, credentials: credentials)
    }
}
