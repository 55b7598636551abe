import ApusRuntime
import ChatCaptain
import Testing

/// Conversations with their messages, notes and variables.
extension ChatCaptainCalls {
    static func listConversations(_ client: Client, _ options: CallOptions) async throws {
        let answer = try await client.listConversations(
            contactID: contact, channelID: "web & more", options: options)
        let only = try #require(answer.conversations.first)
        #expect(answer.conversations.count == 1)
        #expect(only.id == conversation)
        #expect(only.archived == false)
        #expect(only.channelType == "web")
        #expect(only.environment == "test")
    }

    static func createConversation(_ client: Client, _ options: CallOptions) async throws {
        let new = NewConversation(
            contactID: contact, channelID: channel, channelType: "web", name: "First question", environment: "test",
            language: "DE")
        let answer = try await client.createConversation(
            CreateConversationRequest(conversation: new), options: options)
        #expect(answer.additionalProperties["conversation"]?["id"]?.string == conversation)
        #expect(answer.additionalProperties["conversation"]?["archived"]?.bool == false)
    }

    static func findConversation(_ client: Client, _ options: CallOptions) async throws {
        let answer = try await client.findConversation(
            channelID: channel, providerID: "wa:+49 30/000", options: options)
        #expect(answer.additionalProperties["conversation"]?["channelId"]?.string == channel)
    }

    static func fetchConversation(_ client: Client, _ options: CallOptions) async throws {
        let answer = try await client.fetchConversation(
            conversationID: "find me", options: options)
        #expect(answer.additionalProperties["conversation"]?["contactId"]?.string == contact)
    }

    static func updateConversation(_ client: Client, _ options: CallOptions) async throws {
        let change = UpdateConversationRequest(conversation: [
            "name": "Second question", "archived": true, "labels": ["weight": 0.5, "owner": nil],
        ])
        let answer = try await client.updateConversation(
            conversationID: conversation, body: change, options: options)
        #expect(answer.additionalProperties["conversation"]?["archived"]?.bool == true)
    }

    static func triggerCustomEvent(_ client: Client, _ options: CallOptions) async throws {
        let answer = try await client.triggerCustomEvent(
            conversationID: conversation, body: CustomEventRequest(event: "order-shipped"),
            options: options)
        #expect(answer.additionalProperties["triggered"]?.bool == true)
    }

    static func listMessages(_ client: Client, _ options: CallOptions) async throws {
        let answer = try await client.listMessages(
            conversationID: conversation, options: options)
        let message = try #require(answer.messages.first)
        #expect(answer.messages.count == 1)
        #expect(message.providerMessageID == "wamid-1")
        #expect(message.content?.text == "Hello")
        #expect(message.created == (try utc(2025, 3, 1, 9, 30)))
        #expect(message.outgoing == false)
        #expect(message.persona?["name"] == "Ada")
    }

    static func createMessage(_ client: Client, _ options: CallOptions) async throws {
        let message = NewMessage(
            content: MessageContent(text: "Grüße\n\t\"Ada\" \\ ☕"), sender: "user", type: "text", status: "sent",
            created: try utc(2025, 3, 1, 9, 30, 0.25), outgoing: false)
        let answer = try await client.createMessage(
            conversationID: conversation,
            body: CreateMessageRequest(disableSending: true, message: message), options: options)
        #expect(answer.additionalProperties["message"]?["id"] == "msS5dF6gH7jK8lZ9xC0V")
        #expect(answer.additionalProperties["message"]?["status"] == "sent")
    }

    static func fetchMessage(_ client: Client, _ options: CallOptions) async throws {
        let answer = try await client.fetchMessage(
            conversationID: conversation, messageID: "wamid/Q=", options: options)
        #expect(answer.additionalProperties["message"]?["content"]?["text"] == "Hello")
    }

    static func addConversationNotes(_ client: Client, _ options: CallOptions) async throws {
        let answer = try await client.addConversationNotes(
            conversationID: conversation,
            body: ConversationNotes(notes: ["Wants a call back", "Prefers mornings"]), options: options)
        #expect(answer["notes"] == ["Wants a call back", "Prefers mornings"])
    }

    static func removeConversationNotes(_ client: Client, _ options: CallOptions) async throws {
        let answer = try await client.removeConversationNotes(
            conversationID: conversation,
            body: ConversationNotes(notes: ["Prefers mornings"]), options: options)
        #expect(answer["notes"]?.array?.count == 1)
        #expect(answer["notes"]?[0] == "Wants a call back")
    }

    static func listConversationVariables(_ client: Client, _ options: CallOptions) async throws {
        let answer = try await client.listConversationVariables(
            conversationID: conversation, options: options)
        #expect(answer.additionalProperties["variables"]?[0]?["value"] == "A-1001")
    }

    static func deleteConversationVariables(_ client: Client, _ options: CallOptions) async throws {
        let answer = try await client.deleteConversationVariables(
            conversationID: conversation, options: options)
        #expect(answer.deleted == true)
    }

    static func fetchConversationVariable(_ client: Client, _ options: CallOptions) async throws {
        let answer = try await client.fetchConversationVariable(
            conversationID: conversation, variableID: "order number", options: options)
        #expect(answer.additionalProperties["variable"]?["name"] == "order_number")
    }

    static func setConversationVariable(_ client: Client, _ options: CallOptions) async throws {
        let answer = try await client.setConversationVariable(
            conversationID: conversation, variableID: "vrB1nM2qW3eR4tY5uI6O",
            body: SetConversationVariableRequest(value: "A-1002"), options: options)
        #expect(answer.id == "vrB1nM2qW3eR4tY5uI6O")
        #expect(answer.name == "order_number")
        #expect(answer.value == "A-1002")
        #expect(answer.error == nil)
    }

    static func listWidgetMessages(_ client: Client, _ options: CallOptions) async throws {
        let answer = try await client.listWidgetMessages(
            conversationID: conversation, token: "wt_01+23/45==", options: options)
        #expect(answer.messages.map(\.sender) == ["bot"])
        #expect(answer.messages.first?.outgoing == true)
        #expect(answer.messages.first?.created == (try utc(2025, 3, 1, 9, 30)))
    }

    static func createWidgetConversation(_ client: Client, _ options: CallOptions) async throws {
        let new = CreateWidgetConversationRequest(widgetToken: "wt_0123456789", channelID: channel, language: "DE")
        let answer = try await client.createWidgetConversation(new, options: options)
        #expect(answer.additionalProperties["conversationId"]?.string == conversation)
    }

    static func createWidgetContact(_ client: Client, _ options: CallOptions) async throws {
        let new = CreateWidgetContactRequest(
            channelID: channel, channelToken: "ct_0123456789", originURL: "https://shop.test/help?topic=returns",
            language: "DE")
        let answer = try await client.createWidgetContact(new, options: options)
        #expect(answer.additionalProperties["contactId"]?.string == contact)
    }
}
