import ApusRuntime
import Salesmsg
import Testing

/// Conversations and messages.
extension SalesmsgCalls {
    static func listConversations(_ client: Client, _ options: CallOptions) async throws {
        let conversations = try await client.listConversations(
            filter: .open, limit: 100, offset: 200, query: "+1 415 555", before: "2030-01-31",
            after: "2030-01-01T00:00:00+01:00", groupedResponse: false, page: 3, options: options)
        let only = try #require(conversations.first)
        #expect(conversations.count == 1)
        #expect(only.id == 77)
        #expect(only.name == "Ada")
        #expect(only.owner == nil)
        #expect(only.inboxID == 3)
        #expect(only.lastMessageAt == (try utc(2030, 1, 2, 3, 4, 5)))
        #expect(only.closedAt == nil)
    }

    static func startConversation(_ client: Client, _ options: CallOptions) async throws {
        let started = try await client.startConversation(contactID: 4, teamID: 3, numberID: 21, options: options)
        guard case .conversation(let conversation) = started else {
            Issue.record("the answer is a bare conversation, not \(started)")
            return
        }
        #expect(conversation.id == 77)
        #expect(conversation.inboxID == 3)
    }

    static func findConversationsByContacts(_ client: Client, _ options: CallOptions) async throws {
        let answer = try await client.findConversationsByContacts(options: options)
        #expect(answer[0]?["contact_id"]?.int == 4)
    }

    static func searchConversations(_ client: Client, _ options: CallOptions) async throws {
        let answer = try await client.searchConversations(term: "Ada Byron", type: "contacts", options: options)
        guard case .conversations(let conversations) = answer else {
            Issue.record("the answer is a bare list, not \(answer)")
            return
        }
        #expect(conversations.map(\.id) == [77])
        #expect(conversations.first?.name == "Ada")
    }

    static func fetchConversation(_ client: Client, _ options: CallOptions) async throws {
        let conversation = try await client.fetchConversation(conversation: 77, options: options)
        #expect(conversation.contact?.number == "+14155550100")
        #expect(conversation.participants?.map(\.formattedNumber) == ["(415) 555-0100"])
        #expect(conversation.owner?.id == 9)
        #expect(conversation.startedAt == (try utc(2030, 1, 1, 8)))
        #expect(conversation.closedAt == nil)
    }

    static func closeConversation(_ client: Client, _ options: CallOptions) async throws {
        let conversation = try await client.closeConversation(conversation: 77, options: options)
        #expect(conversation.owner == nil)
        #expect(conversation.closedAt == (try utc(2030, 1, 3, 10)))
    }

    static func reopenConversation(_ client: Client, _ options: CallOptions) async throws {
        let conversation = try await client.reopenConversation(conversation: 77, options: options)
        #expect(conversation.owner?.id == 9)
        #expect(conversation.closedAt == nil)
    }

    static func reassignConversation(_ client: Client, _ options: CallOptions) async throws {
        let conversation = try await client.reassignConversation(conversation: 77, userID: 9, options: options)
        #expect(conversation.owner?.id == 9)
        #expect(conversation.contactID == 4)
    }

    static func sendMessageToNumber(_ client: Client, _ options: CallOptions) async throws {
        let message = try await client.sendMessageToNumber(
            number: "+14155550100", teamID: 3, message: "Hi Ada 🙂", sendAt: utc(2030, 1, 2, 3, 4, 5),
            mediaURLURL: ["https://files.example.test/a map.png?x=1&y=2"], options: options)
        #expect(message.id == 501)
        #expect(message.status == .sent)
    }

    static func listMessages(_ client: Client, _ options: CallOptions) async throws {
        let messages = try await client.listMessages(
            conversation: 77, limit: 300, beforeID: 502, groupedResponse: false, page: 1, options: options)
        #expect(messages.map(\.id) == [501, 500])
        #expect(messages.map(\.status) == [.sent, .received])
        #expect(messages.map(\.userID) == [9, nil])
        #expect(messages.first?.contact?.id == 4)
        #expect(messages.first?.sentAt == (try utc(2030, 1, 2, 3, 4, 6)))
        #expect(messages.first?.receivedAt == nil)
        #expect(messages.first?.media == [])
        #expect(messages.last?.body == "See <b>map</b>")
        let media = try #require(messages.last?.media)
        #expect(media.count == 2)
        #expect(media.first == .string("https://files.example.test/map.png"))
        guard case .mediaItem(let item) = media.last else {
            Issue.record("the second file is an object, not \(media)")
            return
        }
        #expect(item.url == "https://files.example.test/plan.pdf")
    }

    static func sendMessage(_ client: Client, _ options: CallOptions) async throws {
        let text = "Grüße & 50% off: a+b=c?"
        let files = ["https://files.example.test/map.png", "https://files.example.test/plan.pdf?v=1&w=a+b"]
        let body = ConversationMessage(
            message: text, sendAt: try utc(2030, 1, 2, 3, 4, 5), mediaURL: files.map { MediaLink(url: $0) },
            enableQuietHours: true)
        let message = try await client.sendMessage(
            conversation: 77, message: text, sendAt: utc(2030, 1, 2, 3, 4, 5), mediaURLURL: files,
            enableQuietHours: true, body: body, options: options)
        #expect(message.body == "Hi Ada")
        #expect(message.type == .sms)
        #expect(message.createdAt == (try utc(2030, 1, 2, 3, 4, 5)))
        #expect(message.media == [])
    }

    static func updateMessage(_ client: Client, _ options: CallOptions) async throws {
        let answer = try await client.updateMessage(
            conversation: 501, body: ["message": "Hi Ada and Grace"], options: options)
        #expect(answer["body"] == "Hi Ada and Grace")
    }

    static func listPaginatedMessages(_ client: Client, _ options: CallOptions) async throws {
        let answer = try await client.listPaginatedMessages(
            conversation: 77, page: 1, perPage: 15, onlyScheduled: false, options: options)
        #expect(answer.data?.map(\.id) == [501])
        #expect(answer.data?.first?.userID == 9)
        #expect(answer.meta?.total == 1)
    }

    static func queueMessage(_ client: Client, _ options: CallOptions) async throws {
        let message = QueuedMessage(number: "+14155550100", teamID: 3, message: "Hi Ada\nSee you / soon")
        let answer = try await client.queueMessage(message, options: options)
        #expect(answer["queued"]?.bool == true)
    }
}
