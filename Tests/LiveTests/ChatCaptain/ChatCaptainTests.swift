import ChatCaptain
import TestServers
import Testing

/// Every operation of ChatCaptain over both transports.
@Suite struct ChatCaptainTests {
    @Test(arguments: ChatCaptainCalls.all, Transport.allCases)
    func calls(_ call: LiveCall<ChatCaptainClient>, over transport: Transport) async throws {
        let server = try await LiveServer.shared(.chatCaptain)
        let client = ChatCaptainClient(
            server: .custom(server.url), transport: transport.shared, credentials: .chatcaptainKey("test-key"),
            chatbotID: ChatCaptainCalls.chatbot)
        try await call.perform(on: server, with: client)
    }

    @Test func callsEveryOperation() throws {
        try expectEveryOperation(of: .chatCaptain, in: ChatCaptainCalls.all.map(\.operation))
    }
}
