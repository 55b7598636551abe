import Foundation
import ChatCaptain

private func snippet0(_ client: ChatCaptainClient) async throws {
    let result = try await client.searchContacts(chatbotID: "text", query: "ada", page: 1, pageSize: 250)
    _ = result
}

private func snippet1(_ client: ChatCaptainClient) async throws {
    let result = try await client.listContacts(chatbotID: "text")
    _ = result
}

private func snippet2(_ client: ChatCaptainClient) async throws {
    let result = try await client.createContact(
        chatbotID: "text",
        body: CreateContactRequest(language: "EN", name: "Ada Example", email: "ada@example.test", phoneNumber: "+4930000000"))
    _ = result
}

private func snippet3(_ client: ChatCaptainClient) async throws {
    let result = try await client.fetchContact(chatbotID: "text", contactID: "text")
    _ = result
}

private func snippet4(_ client: ChatCaptainClient) async throws {
    let result = try await client.deleteContact(chatbotID: "text", contactID: "text")
    _ = result
}

private func snippet5(_ client: ChatCaptainClient) async throws {
    let result = try await client.updateContact(
        chatbotID: "text",
        contactID: "text",
        body: UpdateContactRequest(contact: ContactChanges(email: .value("ada.new@example.test"), address: .value(ContactAddress(street: "Ring", country: "Germany", zipcode: "10115", houseNumber: "7", location: "Berlin")), variables: .value(["tier": try JSONValue(json: "\"gold\"")]))))
    _ = result
}

private func snippet6(_ client: ChatCaptainClient) async throws {
    let result = try await client.listContactOrganizations(chatbotID: "text", contactID: "text")
    _ = result
}

private func snippet7(_ client: ChatCaptainClient) async throws {
    let result = try await client.listOrganizations(chatbotID: "text")
    _ = result
}

private func snippet8(_ client: ChatCaptainClient) async throws {
    let result = try await client.createOrganization(
        chatbotID: "text",
        body: CreateOrganizationRequest(name: "Example Works", email: "office@works.test", website: "https://works.test", industry: "Tools", phoneNumber: "+4930000001", size: 12))
    _ = result
}

private func snippet9(_ client: ChatCaptainClient) async throws {
    let result = try await client.listConversations(chatbotID: "text")
    _ = result
}

private func snippet10(_ client: ChatCaptainClient) async throws {
    let result = try await client.createConversation(
        chatbotID: "text",
        body: CreateConversationRequest(conversation: NewConversation(contactID: "ctKq8Bx7ZaJd2wR9cd1P", channelID: "chD7fG2hJ4kL9mN0pQ3R", channelType: "web", name: "First question", environment: "test", language: "DE")))
    _ = result
}

private func snippet11(_ client: ChatCaptainClient) async throws {
    let result = try await client.findConversation(
        chatbotID: "text",
        channelID: "chD7fG2hJ4kL9mN0pQ3R",
        providerID: "wa-4930000000")
    _ = result
}

private func snippet12(_ client: ChatCaptainClient) async throws {
    let result = try await client.fetchConversation(chatbotID: "text", conversationID: "text")
    _ = result
}

private func snippet13(_ client: ChatCaptainClient) async throws {
    let result = try await client.updateConversation(
        chatbotID: "text",
        conversationID: "text",
        body: UpdateConversationRequest(conversation: ["archived": try JSONValue(json: "true"), "name": try JSONValue(json: "\"Second question\"")]))
    _ = result
}

private func snippet14(_ client: ChatCaptainClient) async throws {
    let result = try await client.triggerCustomEvent(
        chatbotID: "text",
        conversationID: "text",
        body: CustomEventRequest(event: "order-shipped"))
    _ = result
}

private func snippet15(_ client: ChatCaptainClient) async throws {
    let result = try await client.listMessages(chatbotID: "text", conversationID: "text")
    _ = result
}

private func snippet16(_ client: ChatCaptainClient) async throws {
    let result = try await client.createMessage(
        chatbotID: "text",
        conversationID: "text",
        body: CreateMessageRequest(disableSending: true, message: NewMessage(content: MessageContent(text: "Hello"), sender: "user", type: "text", status: "sent", created: try Date?(json: "\"2025-03-01T09:30:00Z\""), outgoing: false)))
    _ = result
}

private func snippet17(_ client: ChatCaptainClient) async throws {
    let result = try await client.fetchMessage(chatbotID: "text", conversationID: "text", messageID: "text")
    _ = result
}

private func snippet18(_ client: ChatCaptainClient) async throws {
    let result = try await client.addConversationNotes(
        chatbotID: "text",
        conversationID: "text",
        body: ConversationNotes(notes: ["Wants a call back", "Prefers mornings"]))
    _ = result
}

private func snippet19(_ client: ChatCaptainClient) async throws {
    let result = try await client.removeConversationNotes(
        chatbotID: "text",
        conversationID: "text",
        body: ConversationNotes(notes: ["Prefers mornings"]))
    _ = result
}

private func snippet20(_ client: ChatCaptainClient) async throws {
    let result = try await client.listConversationVariables(chatbotID: "text", conversationID: "text")
    _ = result
}

private func snippet21(_ client: ChatCaptainClient) async throws {
    let result = try await client.deleteConversationVariables(chatbotID: "text", conversationID: "text")
    _ = result
}

private func snippet22(_ client: ChatCaptainClient) async throws {
    let result = try await client.fetchConversationVariable(chatbotID: "text", conversationID: "text", variableID: "text")
    _ = result
}

private func snippet23(_ client: ChatCaptainClient) async throws {
    let result = try await client.setConversationVariable(
        chatbotID: "text",
        conversationID: "text",
        variableID: "text",
        body: SetConversationVariableRequest(value: "A-1002"))
    _ = result
}

private func snippet24(_ client: ChatCaptainClient) async throws {
    let result = try await client.listInboxViews(chatbotID: "text")
    _ = result
}

private func snippet25(_ client: ChatCaptainClient) async throws {
    let result = try await client.createInboxView(
        chatbotID: "text",
        body: CreateInboxViewRequest(name: "Urgent", icon: "flag", tags: ["tgH3jK4lM5nP6qR7sT8U"], unread: true, sorting: "updated", selfAssigned: false, open: true, closed: false, inProgress: true, sortingDirection: try SortingDirection(json: "1")))
    _ = result
}

private func snippet26(_ client: ChatCaptainClient) async throws {
    let result = try await client.fetchInboxView(chatbotID: "text", viewID: "text")
    _ = result
}

private func snippet27(_ client: ChatCaptainClient) async throws {
    let result = try await client.listTeams(chatbotID: "text")
    _ = result
}

private func snippet28(_ client: ChatCaptainClient) async throws {
    let result = try await client.createTeam(chatbotID: "text", body: CreateTeamRequest(name: "First line"))
    _ = result
}

private func snippet29(_ client: ChatCaptainClient) async throws {
    let result = try await client.fetchTeam(chatbotID: "text", teamID: "text")
    _ = result
}

private func snippet30(_ client: ChatCaptainClient) async throws {
    try await client.deleteTeam(chatbotID: "text", teamID: "text")
}

private func snippet31(_ client: ChatCaptainClient) async throws {
    let result = try await client.updateTeam(
        chatbotID: "text",
        teamID: "text",
        body: ["name": try JSONValue(json: "\"Second line\"")])
    _ = result
}

private func snippet32(_ client: ChatCaptainClient) async throws {
    let result = try await client.listAgentStatuses(chatbotID: "text")
    _ = result
}

private func snippet33(_ client: ChatCaptainClient) async throws {
    let result = try await client.setOnlineStatus(
        chatbotID: "text",
        body: SetOnlineStatusRequest(online: true, clientTimestamp: "1740821400000"))
    _ = result
}

private func snippet34(_ client: ChatCaptainClient) async throws {
    let result = try await client.fetchNotificationSettings(chatbotID: "text")
    _ = result
}

private func snippet35(_ client: ChatCaptainClient) async throws {
    let result = try await client.listInboxWidgets(chatbotID: "text")
    _ = result
}

private func snippet36(_ client: ChatCaptainClient) async throws {
    let result = try await client.createInboxWidget(chatbotID: "text", body: CreateInboxWidgetRequest(title: "Orders"))
    _ = result
}

private func snippet37(_ client: ChatCaptainClient) async throws {
    let result = try await client.fetchInboxWidget(chatbotID: "text", widgetID: "text")
    _ = result
}

private func snippet38(_ client: ChatCaptainClient) async throws {
    let result = try await client.deleteInboxWidget(chatbotID: "text", widgetID: "text")
    _ = result
}

private func snippet39(_ client: ChatCaptainClient) async throws {
    let result = try await client.updateInboxWidget(
        chatbotID: "text",
        widgetID: "text",
        body: UpdateInboxWidgetRequest(title: "Orders and returns"))
    _ = result
}

private func snippet40(_ client: ChatCaptainClient) async throws {
    let result = try await client.listAnswers(chatbotID: "text")
    _ = result
}

private func snippet41(_ client: ChatCaptainClient) async throws {
    let result = try await client.createAnswer(
        chatbotID: "text",
        body: CreateAnswerRequest(name: "Hours", message: "We are here from 9 to 5."))
    _ = result
}

private func snippet42(_ client: ChatCaptainClient) async throws {
    let result = try await client.updateAnswer(
        chatbotID: "text",
        answerID: "text",
        body: UpdateAnswerRequest(name: "Hours", message: "We are here from 8 to 6."))
    _ = result
}

private func snippet43(_ client: ChatCaptainClient) async throws {
    let result = try await client.sendInboxMessage(
        chatbotID: "text",
        body: SendInboxMessageRequest(conversationID: "cvN3pW8rTy5UzX1qLk6M", text: "How can I help?"))
    _ = result
}

private func snippet44(_ client: ChatCaptainClient) async throws {
    let result = try await client.listTags(chatbotID: "text")
    _ = result
}

private func snippet45(_ client: ChatCaptainClient) async throws {
    let result = try await client.createTag(chatbotID: "text", body: CreateTagRequest(name: "VIP", color: "blue"))
    _ = result
}

private func snippet46(_ client: ChatCaptainClient) async throws {
    let result = try await client.fetchTag(chatbotID: "text", tagID: "text")
    _ = result
}

private func snippet47(_ client: ChatCaptainClient) async throws {
    try await client.deleteTag(chatbotID: "text", tagID: "text")
}

private func snippet48(_ client: ChatCaptainClient) async throws {
    let result = try await client.createInboxConversation(
        chatbotID: "text",
        body: CreateInboxConversationRequest(name: "Ada Example", channelID: "chD7fG2hJ4kL9mN0pQ3R", email: "ada@example.test", phone: "+4930000000"))
    _ = result
}

private func snippet49(_ client: ChatCaptainClient) async throws {
    let result = try await client.fetchAPIKey(workspaceID: "text", chatbotID: "text", index: 1)
    _ = result
}

private func snippet50(_ client: ChatCaptainClient) async throws {
    let result = try await client.createAPIKey(workspaceID: "text", chatbotID: "text", index: 1)
    _ = result
}

private func snippet51(_ client: ChatCaptainClient) async throws {
    let result = try await client.fetchTemplate(
        workspaceID: "text",
        chatbotID: "text",
        templateID: "text",
        channelID: "chD7fG2hJ4kL9mN0pQ3R")
    _ = result
}

private func snippet52(_ client: ChatCaptainClient) async throws {
    let result = try await client.createTemplate(
        workspaceID: "text",
        chatbotID: "text",
        body: CreateTemplateRequest(channelID: "chD7fG2hJ4kL9mN0pQ3R", name: "order_update", category: "UTILITY"))
    _ = result
}

private func snippet53(_ client: ChatCaptainClient) async throws {
    let result = try await client.listChatbotUsers(workspaceID: "text", chatbotID: "text")
    _ = result
}

private func snippet54(_ client: ChatCaptainClient) async throws {
    let result = try await client.addChatbotUser(
        workspaceID: "text",
        chatbotID: "text",
        body: AddChatbotUserRequest(userID: "usL1kJ2hG3fD4sA5pO6I"))
    _ = result
}

private func snippet55(_ client: ChatCaptainClient) async throws {
    let result = try await client.removeChatbotUser(workspaceID: "text", chatbotID: "text", userID: "text")
    _ = result
}

private func snippet56(_ client: ChatCaptainClient) async throws {
    let result = try await client.listChatbotVariables(chatbotID: "text")
    _ = result
}

private func snippet57(_ client: ChatCaptainClient) async throws {
    let result = try await client.createChatbotVariable(
        chatbotID: "text",
        body: CreateChatbotVariableRequest(category: .custom, label: "Tier", type: "object", name: "customer_tier", subCategory: try VariableSubCategory(json: "1"), defaultValue: "none", structureJSON: "{\"level\": \"number\"}"))
    _ = result
}

private func snippet58(_ client: ChatCaptainClient) async throws {
    let result = try await client.deleteChatbotVariable(chatbotID: "text", variableID: "text")
    _ = result
}

private func snippet59(_ client: ChatCaptainClient) async throws {
    let result = try await client.listChatbotVersions(chatbotID: "text")
    _ = result
}

private func snippet60(_ client: ChatCaptainClient) async throws {
    let result = try await client.createChatbotVersion(
        chatbotID: "text",
        body: CreateChatbotVersionRequest(name: "Spring", environment: .test, description: "Opening hours for spring"))
    _ = result
}

private func snippet61(_ client: ChatCaptainClient) async throws {
    let result = try await client.deleteChatbotVersion(chatbotID: "text", versionID: "text")
    _ = result
}

private func snippet62(_ client: ChatCaptainClient) async throws {
    let result = try await client.fetchChatbot(workspaceID: "text", chatbotID: "text")
    _ = result
}

private func snippet63(_ client: ChatCaptainClient) async throws {
    let result = try await client.listPublicApps()
    _ = result
}

private func snippet64(_ client: ChatCaptainClient) async throws {
    let result = try await client.listPublicAppVersions(appID: "text")
    _ = result
}

private func snippet65(_ client: ChatCaptainClient) async throws {
    let result = try await client.listWidgetMessages(chatbotID: "text", conversationID: "text", token: "wt_0123456789")
    _ = result
}

private func snippet66(_ client: ChatCaptainClient) async throws {
    let result = try await client.createWidgetConversation(
        chatbotID: "text",
        body: CreateWidgetConversationRequest(widgetToken: "wt_0123456789", channelID: "chD7fG2hJ4kL9mN0pQ3R", language: "DE"))
    _ = result
}

private func snippet67(_ client: ChatCaptainClient) async throws {
    let result = try await client.createWidgetContact(
        chatbotID: "text",
        body: CreateWidgetContactRequest(channelID: "chD7fG2hJ4kL9mN0pQ3R", channelToken: "ct_0123456789", originURL: "https://shop.test/help?topic=returns", language: "DE"))
    _ = result
}
