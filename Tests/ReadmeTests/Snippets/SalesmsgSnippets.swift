import Foundation
import Salesmsg

@available(*, deprecated)
private func snippet0(_ client: SalesmsgClient) async throws {
    let result = try await client.listContacts()
    _ = result
}

private func snippet1(_ client: SalesmsgClient) async throws {
    let result = try await client.createContact(number: "text")
    _ = result
}

private func snippet2(_ client: SalesmsgClient) async throws {
    let result = try await client.filterContacts()
    _ = result
}

private func snippet3(_ client: SalesmsgClient) async throws {
    let result = try await client.searchContacts(term: "text")
    _ = result
}

@available(*, deprecated)
private func snippet4(_ client: SalesmsgClient) async throws {
    let result = try await client.countFilteredContacts()
    _ = result
}

private func snippet5(_ client: SalesmsgClient) async throws {
    let result = try await client.listContactsByTag(tag: 1)
    _ = result
}

private func snippet6(_ client: SalesmsgClient) async throws {
    let result = try await client.optOutContact(contact: 1)
    _ = result
}

private func snippet7(_ client: SalesmsgClient) async throws {
    let result = try await client.optInContact(contact: 1)
    _ = result
}

private func snippet8(_ client: SalesmsgClient) async throws {
    let result = try await client.addContactNote(contact: 1)
    _ = result
}

private func snippet9(_ client: SalesmsgClient) async throws {
    let result = try await client.fetchContact(contact: 1)
    _ = result
}

private func snippet10(_ client: SalesmsgClient) async throws {
    let result = try await client.updateContact(
        contact: 1,
        body: ContactUpdate(firstName: "Ada", email: "ada@example.test"))
    _ = result
}

private func snippet11(_ client: SalesmsgClient) async throws {
    let result = try await client.deleteContact(contact: 1)
    _ = result
}

private func snippet12(_ client: SalesmsgClient) async throws {
    let result = try await client.setContactCustomFields(contact: 1)
    _ = result
}

private func snippet13(_ client: SalesmsgClient) async throws {
    let result = try await client.listContactConversations(contact: 1)
    _ = result
}

private func snippet14(_ client: SalesmsgClient) async throws {
    let result = try await client.listConversations(filter: .open, limit: 1)
    _ = result
}

private func snippet15(_ client: SalesmsgClient) async throws {
    let result = try await client.startConversation(contactID: 1)
    _ = result
}

private func snippet16(_ client: SalesmsgClient) async throws {
    let result = try await client.findConversationsByContacts()
    _ = result
}

private func snippet17(_ client: SalesmsgClient) async throws {
    let result = try await client.searchConversations()
    _ = result
}

private func snippet18(_ client: SalesmsgClient) async throws {
    let result = try await client.fetchConversation(conversation: 1)
    _ = result
}

private func snippet19(_ client: SalesmsgClient) async throws {
    let result = try await client.closeConversation(conversation: 1)
    _ = result
}

private func snippet20(_ client: SalesmsgClient) async throws {
    let result = try await client.reopenConversation(conversation: 1)
    _ = result
}

private func snippet21(_ client: SalesmsgClient) async throws {
    let result = try await client.reassignConversation(conversation: 1)
    _ = result
}

@available(*, deprecated)
private func snippet22(_ client: SalesmsgClient) async throws {
    let result = try await client.listConversationMessages(id: 1)
    _ = result
}

@available(*, deprecated)
private func snippet23(_ client: SalesmsgClient) async throws {
    let result = try await client.sendConversationMessage(id: 1)
    _ = result
}

private func snippet24(_ client: SalesmsgClient) async throws {
    let result = try await client.sendMessageToNumber(number: "text", teamID: 1, message: "text")
    _ = result
}

private func snippet25(_ client: SalesmsgClient) async throws {
    let result = try await client.listMessages(conversation: 1)
    _ = result
}

private func snippet26(_ client: SalesmsgClient) async throws {
    let result = try await client.sendMessage(conversation: 1, message: "text")
    _ = result
}

private func snippet27(_ client: SalesmsgClient) async throws {
    let result = try await client.updateMessage(conversation: 1)
    _ = result
}

private func snippet28(_ client: SalesmsgClient) async throws {
    let result = try await client.listPaginatedMessages(conversation: 1, page: 1, perPage: 1)
    _ = result
}

private func snippet29(_ client: SalesmsgClient) async throws {
    let result = try await client.queueMessage(QueuedMessage(number: "+14155550100", teamID: 3, message: "Hi Ada"))
    _ = result
}

private func snippet30(_ client: SalesmsgClient) async throws {
    let result = try await client.listTags()
    _ = result
}

private func snippet31(_ client: SalesmsgClient) async throws {
    let result = try await client.createTag(label: "text")
    _ = result
}

private func snippet32(_ client: SalesmsgClient) async throws {
    let result = try await client.updateTag(tag: 1)
    _ = result
}

private func snippet33(_ client: SalesmsgClient) async throws {
    let result = try await client.attachTag(contact: 1, tag: 1)
    _ = result
}

private func snippet34(_ client: SalesmsgClient) async throws {
    let result = try await client.detachTag(contact: 1, tag: 1)
    _ = result
}

private func snippet35(_ client: SalesmsgClient) async throws {
    let result = try await client.listTeams()
    _ = result
}

private func snippet36(_ client: SalesmsgClient) async throws {
    let result = try await client.fetchTeam(team: 1)
    _ = result
}

private func snippet37(_ client: SalesmsgClient) async throws {
    let result = try await client.listTeamNumbers(team: 1)
    _ = result
}

private func snippet38(_ client: SalesmsgClient) async throws {
    let result = try await client.searchTeamMembers(team: 1)
    _ = result
}

private func snippet39(_ client: SalesmsgClient) async throws {
    let result = try await client.listNumbers()
    _ = result
}

private func snippet40(_ client: SalesmsgClient) async throws {
    let result = try await client.fetchCurrentUser()
    _ = result
}

private func snippet41(_ client: SalesmsgClient) async throws {
    let result = try await client.fetchCurrentOrganization()
    _ = result
}

private func snippet42(_ client: SalesmsgClient) async throws {
    let result = try await client.listOrganizationMembers()
    _ = result
}

private func snippet43(_ client: SalesmsgClient) async throws {
    let result = try await client.listRecentAttachments()
    _ = result
}

private func snippet44(_ client: SalesmsgClient) async throws {
    let result = try await client.listBroadcasts()
    _ = result
}

private func snippet45(_ client: SalesmsgClient) async throws {
    let result = try await client.createBroadcast()
    _ = result
}

private func snippet46(_ client: SalesmsgClient) async throws {
    let result = try await client.issueToken(
        .form(TokenRequest(grantType: .authorizationCode, clientID: "12", clientSecret: "s3cr3t", code: "c1", redirectURI: "https://app.example.test/callback")))
    _ = result
}

private func snippet47(_ client: SalesmsgClient) async throws {
    let result = try await client.refreshToken(
        .json(RefreshTokenRequest(clientID: "12", clientSecret: "s3cr3t", refreshToken: "r1")))
    _ = result
}

private func snippet48(_ client: SalesmsgClient) async throws {
    let result = try await client.refreshPersonalToken()
    _ = result
}
