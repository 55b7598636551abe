import ApusRuntime
import DeveloperAPI
import Testing

/// Every operation of Developer API with the arguments that its expectation asks for.
enum DeveloperAPICalls {
    static let all: [LiveCall<DeveloperAPIClient>] = [
        LiveCall("listCompanies", listCompanies),
        LiveCall("listContacts", listContacts),
        LiveCall("listConversations", listConversations),
    ]

    static func listCompanies(_ client: DeveloperAPIClient, _ options: CallOptions) async throws {
        let companies = try await client.listCompanies(options: options)
        #expect(companies.count == 1)
        let company = try #require(companies.first)
        #expect(company.id == "c-1")
        #expect(company.dealValue == 1200.5)
        #expect(company.position == 3)
        #expect(company.logoURL == "https://example.test/l.png")
        #expect(company.isCustomer == true)
        #expect(company.lastContact == (try utc(2030, 2, 3, 4, 5, 6)))
        #expect(company.additionalProperties.isEmpty)
    }

    static func listContacts(_ client: DeveloperAPIClient, _ options: CallOptions) async throws {
        let contacts = try await client.listContacts(companyID: "c 1+1/ä&b=[x]#?%", options: options)
        #expect(contacts.map(\.id) == ["p-4", "p-5"])
        #expect(contacts.map(\.email) == ["sam@example.test", nil])
        #expect(contacts.first?.role == "Decision maker")
        #expect(contacts.first?.isPrimary == true)
        #expect(contacts.last?.createdAt == (try utc(2030, 1, 2)))
        #expect(contacts.last?.updatedAt == nil)
    }

    static func listConversations(_ client: DeveloperAPIClient, _ options: CallOptions) async throws {
        let conversations = try await client.listConversations(companyID: "日本 🐦+", options: options)
        let conversation = try #require(conversations.first)
        #expect(conversations.count == 1)
        #expect(conversation.id == "v-7")
        #expect(conversation.visitorIP == "203.0.113.9")
        #expect(conversation.status == "open")
        #expect(conversation.isRead == true)
        #expect(conversation.trustUploads == false)
        #expect(conversation.tags == ["billing"])
        #expect(conversation.lastMessageAt == (try utc(2030, 2, 3, 4, 5, 6)))
    }
}
