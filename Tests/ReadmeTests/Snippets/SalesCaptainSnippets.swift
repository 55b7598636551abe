import Foundation
import SalesCaptain

private func snippet0(_ client: SalesCaptainClient) async throws {
    let result = try await client.checkHealth()
    _ = result
}

private func snippet1(_ client: SalesCaptainClient) async throws {
    let result = try await client.fetchCompanies()
    _ = result
}

private func snippet2(_ client: SalesCaptainClient) async throws {
    let result = try await client.fetchCompany(companyID: try UUID(json: "\"5a6b7c8d-2222-4333-8444-555566667777\""))
    _ = result
}

private func snippet3(_ client: SalesCaptainClient) async throws {
    let result = try await client.fetchAllAccounts(companyID: try UUID(json: "\"5a6b7c8d-2222-4333-8444-555566667777\""))
    _ = result
}

private func snippet4(_ client: SalesCaptainClient) async throws {
    let result = try await client.fetchAccount(accountID: "acc-71")
    _ = result
}

private func snippet5(_ client: SalesCaptainClient) async throws {
    let result = try await client.listConversationProfiles(
        companyID: try UUID(json: "\"5a6b7c8d-2222-4333-8444-555566667777\""))
    _ = result
}

private func snippet6(_ client: SalesCaptainClient) async throws {
    let result = try await client.fetchConversationProfile(
        conversationProfileID: try UUID(json: "\"3c4d5e6f-3333-4444-8555-666677778888\""))
    _ = result
}

private func snippet7(_ client: SalesCaptainClient) async throws {
    let result = try await client.listConversations(
        companyID: try UUID(json: "\"5a6b7c8d-2222-4333-8444-555566667777\""),
        pageNumber: 1)
    _ = result
}

private func snippet8(_ client: SalesCaptainClient) async throws {
    let result = try await client.fetchConversation(
        conversationID: try UUID(json: "\"7e8f9a0b-4444-4555-8666-777788889999\""))
    _ = result
}

private func snippet9(_ client: SalesCaptainClient) async throws {
    let result = try await client.fetchMessage(messageID: try UUID(json: "\"1f2a3b4c-6666-4777-8888-9999aaaabbbb\""))
    _ = result
}

private func snippet10(_ client: SalesCaptainClient) async throws {
    let result = try await client.fetchMessages(
        companyID: try UUID(json: "\"5a6b7c8d-2222-4333-8444-555566667777\""),
        conversationID: try UUID(json: "\"7e8f9a0b-4444-4555-8666-777788889999\""),
        pageNumber: 1)
    _ = result
}

private func snippet11(_ client: SalesCaptainClient) async throws {
    let result = try await client.sendMessage(
        companyID: try UUID(json: "\"5a6b7c8d-2222-4333-8444-555566667777\""),
        conversationID: try UUID(json: "\"7e8f9a0b-4444-4555-8666-777788889999\""),
        body: NewMessage(messageBody: "Hello Ada"))
    _ = result
}

private func snippet12(_ client: SalesCaptainClient) async throws {
    let result = try await client.createContact(
        NewContact(companyID: try UUID(json: "\"5a6b7c8d-2222-4333-8444-555566667777\""), contactName: "Ada Example", contactPhone: "+12025550100", contactEmail: "ada@example.test", customFields: [["cf_name": try JSONValue(json: "\"Plan\""), "cf_value": try JSONValue(json: "\"12\"")]]))
    _ = result
}

private func snippet13(_ client: SalesCaptainClient) async throws {
    let result = try await client.updateContact(
        contactID: try UUID(json: "\"0b1c2d3e-1111-4222-8333-444455556666\""),
        body: ContactChange(companyID: try UUID(json: "\"5a6b7c8d-2222-4333-8444-555566667777\""), name: "Ada Renamed", phone: .value("+12025550101"), email: nil, customFields: [["cf_name": try JSONValue(json: "\"Plan\""), "cf_value": try JSONValue(json: "\"14\"")]]))
    _ = result
}

private func snippet14(_ client: SalesCaptainClient) async throws {
    let result = try await client.listContacts(
        companyID: try UUID(json: "\"5a6b7c8d-2222-4333-8444-555566667777\""),
        pageNumber: 1)
    _ = result
}

private func snippet15(_ client: SalesCaptainClient) async throws {
    let result = try await client.fetchContact(contactID: try UUID(json: "\"0b1c2d3e-1111-4222-8333-444455556666\""))
    _ = result
}

private func snippet16(_ client: SalesCaptainClient) async throws {
    let result = try await client.deleteContact(
        companyID: try UUID(json: "\"5a6b7c8d-2222-4333-8444-555566667777\""),
        contactID: try UUID(json: "\"0b1c2d3e-1111-4222-8333-444455556666\""))
    _ = result
}

private func snippet17(_ client: SalesCaptainClient) async throws {
    let result = try await client.listCustomFields(companyID: try UUID(json: "\"5a6b7c8d-2222-4333-8444-555566667777\""))
    _ = result
}

private func snippet18(_ client: SalesCaptainClient) async throws {
    let result = try await client.fetchCustomField(
        customFieldID: try UUID(json: "\"6e7f8a9b-7777-4888-8999-aaaabbbbcccc\""))
    _ = result
}

private func snippet19(_ client: SalesCaptainClient) async throws {
    let result = try await client.listTags(companyID: "5a6b7c8d-2222-4333-8444-555566667777")
    _ = result
}

private func snippet20(_ client: SalesCaptainClient) async throws {
    let result = try await client.createTag(
        NewTag(companyID: "5a6b7c8d-2222-4333-8444-555566667777", tagName: "Trial", status: "active"))
    _ = result
}

private func snippet21(_ client: SalesCaptainClient) async throws {
    let result = try await client.deleteTag(companyID: "5a6b7c8d-2222-4333-8444-555566667777", tagID: "tag-5")
    _ = result
}

private func snippet22(_ client: SalesCaptainClient) async throws {
    let result = try await client.addTagToContact(
        companyID: "5a6b7c8d-2222-4333-8444-555566667777",
        body: ContactTag(contactID: "0b1c2d3e-1111-4222-8333-444455556666", tagID: "tag-5"))
    _ = result
}

private func snippet23(_ client: SalesCaptainClient) async throws {
    let result = try await client.removeTagFromContact(
        companyID: "5a6b7c8d-2222-4333-8444-555566667777",
        body: ContactTag(contactID: "0b1c2d3e-1111-4222-8333-444455556666", tagID: "tag-5"))
    _ = result
}

private func snippet24(_ client: SalesCaptainClient) async throws {
    let result = try await client.listSMSTemplates(companyID: "5a6b7c8d-2222-4333-8444-555566667777")
    _ = result
}

private func snippet25(_ client: SalesCaptainClient) async throws {
    let result = try await client.fetchCallAnalytics(
        CallAnalyticsQuery(companyIDs: ["5a6b7c8d-2222-4333-8444-555566667777"], startTime: "2030-05-01T00:00:00.000Z", endTime: "2030-05-31T23:59:59.000Z"))
    _ = result
}
