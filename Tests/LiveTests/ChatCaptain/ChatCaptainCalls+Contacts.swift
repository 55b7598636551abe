import ApusRuntime
import ChatCaptain
import Testing

/// Contacts and organizations.
extension ChatCaptainCalls {
    static func searchContacts(_ client: Client, _ options: CallOptions) async throws {
        let answer = try await client.searchContacts(
            query: "Ada + Söhne / 50% [x]&y=z?", page: 1, pageSize: 250,
            hiddenHits: "ctAAAAAAAAAAAAAAAAAA,ctBBBBBBBBBBBBBBBBBB", options: options)
        let facet = try #require(answer.results?.facetCounts?.first)
        #expect(facet["fieldName"] == "language")
        #expect(facet["counts"]?[0]?["count"]?.int == 2)
        #expect(answer.error == nil)
    }

    static func listContacts(_ client: Client, _ options: CallOptions) async throws {
        let answer = try await client.listContacts(
            chatbotID: "bot one/two", pageToken: "2025-03-01T09:30:00.250+01:00", limit: 50, options: options)
        let found = try #require(answer.contacts?.first)
        #expect(answer.contacts?.count == 1)
        #expect(found.id == contact)
        #expect(found.language == "EN")
        #expect(found.address?.houseNumber == "7")
        #expect(found.address?.location == "Berlin")
        #expect(found.variables?["tier"] == "gold")
        #expect(found.variables?["visits"]?.int == 3)
        #expect(found.organizationIDs == ["orG4hT9sLmV2xYq7Bn3K"])
        #expect(found.telegramID == nil)
        #expect(found.additionalProperties.isEmpty)
    }

    static func createContact(_ client: Client, _ options: CallOptions) async throws {
        let new = CreateContactRequest(
            language: "EN", name: "Zoë \"Z\" Müller 🌊", email: "zoe+crm@example.test", phoneNumber: "+4930000002",
            whatsappID: "4930000002", webID: "web_1", instagramID: "17840000000000000",
            facebookID: "100000000000001", telegramID: "700000001", providerID: "crm/42",
            avatar: "https://pictures.test/zo%C3%AB.png?size=64")
        let answer = try await client.createContact(new, options: options)
        #expect(answer["id"]?.string == contact)
        #expect(answer["phoneNumber"] == "+4930000000")
        #expect(answer.count == 5)
    }

    static func fetchContact(_ client: Client, _ options: CallOptions) async throws {
        let answer = try await client.fetchContact(contactID: "a/b c", options: options)
        #expect(answer.error == nil)
        #expect(answer.additionalProperties["contact"]?["email"] == "ada@example.test")
    }

    static func deleteContact(_ client: Client, _ options: CallOptions) async throws {
        let answer = try await client.deleteContact(contactID: "ü?#", options: options)
        #expect(answer.deleted == true)
        #expect(answer.error == nil)
    }

    static func updateContact(_ client: Client, _ options: CallOptions) async throws {
        let address = ContactAddress(
            street: "Ring", country: "Germany", zipcode: "10115", houseNumber: "7", location: "Berlin")
        let changes = ContactChanges(
            email: "ada.new@example.test", phoneNumber: .null, address: .value(address),
            variables: .value(["tier": "gold", "visits": 4, "flags": [true, nil]]), organizationIDs: .value([]))
        let answer = try await client.updateContact(
            contactID: contact, body: UpdateContactRequest(contact: changes), options: options)
        #expect(answer.additionalProperties["contact"]?["email"] == "ada.new@example.test")
        #expect(answer.additionalProperties["contact"]?["id"]?.string == contact)
    }

    static func listContactOrganizations(_ client: Client, _ options: CallOptions) async throws {
        let answer = try await client.listContactOrganizations(
            contactID: contact, options: options)
        #expect(answer.organizations?.map(\.id) == ["orG4hT9sLmV2xYq7Bn3K"])
        #expect(answer.organizations?.first?.name == "Example Works")
        #expect(answer.organizations?.first?.created == "2025-02-11T08:15:00Z")
    }

    static func listOrganizations(_ client: Client, _ options: CallOptions) async throws {
        let answer = try await client.listOrganizations(
            pageToken: "2025-02-11T08:15:00Z", limit: 2, options: options)
        #expect(answer.organizations.map(\.name) == ["Example Works"])
        #expect(answer.organizations.first?.industry == "Tools")
        #expect(answer.organizations.first?.size == 12)
    }

    static func createOrganization(_ client: Client, _ options: CallOptions) async throws {
        let new = CreateOrganizationRequest(
            name: "Example Works", email: "office@works.test", website: "https://works.test", industry: "Tools",
            phoneNumber: "+4930000001", size: 12)
        let answer = try await client.createOrganization(new, options: options)
        #expect(answer.additionalProperties["organization"]?["id"] == "orG4hT9sLmV2xYq7Bn3K")
        #expect(answer.additionalProperties["organization"]?["size"]?.int == 12)
    }
}
