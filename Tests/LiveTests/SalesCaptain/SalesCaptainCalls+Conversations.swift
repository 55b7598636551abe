import ApusRuntime
import SalesCaptain
import Testing

/// Conversations and messages.
extension SalesCaptainCalls {
    static func listConversations(_ client: SalesCaptainClient, _ options: CallOptions) async throws {
        let conversations = try await client.listConversations(
            pageNumber: 1, itemsPerPage: 20, sortBy: "last_update", sortDir: .ascending,
            number: "+1 202 555 0100", email: "ada+work@example.test", conversationProfileID: channel,
            chatStatus: "open", awaitingReply: true, options: options)
        let only = try #require(conversations.first)
        #expect(conversations.count == 1)
        #expect(only.contactID == (try uuid(contact)))
        #expect(only.contactName == "Ada Example")
        #expect(only.contactEmail == nil)
        #expect(only.updatedAt == nil)
        #expect(only.createdAt == (try utc(2030, 5, 1, 9)))
        #expect(only.isChatOpened == true)
        #expect(only.awaitingReply == false)
    }

    static func fetchConversation(_ client: SalesCaptainClient, _ options: CallOptions) async throws {
        let found = try await client.fetchConversation(conversationID: uuid(conversation), options: options)
        #expect(found.conversationID == (try uuid(conversation)))
        #expect(found.assignedTo == (try uuid(account)))
        #expect(found.updatedAt == (try utc(2030, 5, 2, 10, 30, 0.25)))
        #expect(found.conversationProfileEmail == "desk@example.test")
        #expect(found.isChatOpened == false)
        #expect(found.awaitingReply == nil)
    }

    static func fetchMessage(_ client: SalesCaptainClient, _ options: CallOptions) async throws {
        let found = try await client.fetchMessage(messageID: uuid(message), options: options)
        #expect(found.messageID == (try uuid(message)))
        #expect(found.typeOfMessage == "sms_message")
        #expect(found.direction == "inbound")
        #expect(found.assignedAccountID == nil)
        #expect(found.createdAt == (try utc(2030, 5, 1, 9)))
    }

    static func fetchMessages(_ client: SalesCaptainClient, _ options: CallOptions) async throws {
        let messages = try await client.fetchMessages(
            conversationID: uuid(conversation), pageNumber: 2, itemsPerPage: 100,
            sortBy: .createdAt, sortDir: .descending, createdBefore: utc(2030, 5, 31, 23, 59, 59),
            createdAfter: utc(2030, 5, 1, 9, 0, 0.25), options: options)
        #expect(messages.map(\.typeOfMessage) == ["sms_message", "call", "call"])
        #expect(messages.map(\.message) == ["Is Friday still fine?", nil, nil])
        #expect(messages.map(\.media) == [["https://files.example.test/map.png"], nil, nil])
        #expect(messages.map(\.callDuration) == [nil, .number(42.5), .string("00:42")])
        #expect(messages.map(\.callStatus) == [nil, "completed", "completed"])
        #expect(messages[1].recordingURL == "https://files.example.test/call.mp3")
    }

    static func sendMessage(_ client: SalesCaptainClient, _ options: CallOptions) async throws {
        let sent = try await client.sendMessage(
            conversationID: uuid(conversation),
            body: NewMessage(messageBody: "Grüße, \"Ada\"!\n1/2 + 🐦 \\ done", templateID: "tpl-3"), options: options)
        #expect(sent.body == "Hello Ada")
        #expect(sent.isMe == true)
        #expect(sent.sentByUsername == "grace")
        #expect(sent.sentByID == (try uuid(account)))
        #expect(sent.dateCreated == (try utc(2030, 5, 1, 9, 10)))
    }
}
