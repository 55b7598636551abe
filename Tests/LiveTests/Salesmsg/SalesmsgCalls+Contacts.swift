import ApusRuntime
import Salesmsg
import Testing

/// Contacts and tags.
extension SalesmsgCalls {
    static func createContact(_ client: Client, _ options: CallOptions) async throws {
        let new = NewContact(
            number: "+14155550100", firstName: "Ada", lastName: "Byron", email: "ada+1@example.test")
        let contact = try await client.createContact(
            number: "+14155550100", firstName: "Ada", lastName: "Byron", email: "ada+1@example.test",
            phoneType: "phone", source: "fair & square", integrationID: 7, colorIndex: 2,
            contactIntegrationID: "crm/42", body: new, options: options)
        #expect(contact.id == 4)
        #expect(contact.fullName == "Ada Byron")
        #expect(contact.createdAt == (try utc(2030, 1, 2, 3, 4, 5)))
        #expect(contact.optOut == false)
    }

    static func filterContacts(_ client: Client, _ options: CallOptions) async throws {
        let filter = ContactFilter(
            search: "Ada", page: 0, length: 15, sortBy: "created_at", sortOrder: .descending, useShortResponse: true)
        let answer = try await client.filterContacts(body: filter, options: options)
        #expect(answer.data?.map(\.fullName) == ["Ada Byron"])
        #expect(answer.data?.first?.firstName == nil)
        #expect(answer.meta?.currentPage == 1)
        #expect(answer.meta?.perPage == 15)
    }

    static func searchContacts(_ client: Client, _ options: CallOptions) async throws {
        let answer = try await client.searchContacts(term: "Ada & Søn = 100%?", limit: 50, options: options)
        #expect(answer.results?.map(\.lastName) == ["Byron"])
        #expect(answer.results?.first?.number == "+14155550100")
    }

    static func listContactsByTag(_ client: Client, _ options: CallOptions) async throws {
        let answer = try await client.listContactsByTag(
            tag: 14, page: 2, limit: 25, search: "a/b c", options: options)
        #expect(answer["data"]?[0]?["id"]?.int == 4)
        #expect(answer["data"]?[0]?["first_name"] == "Ada")
    }

    static func optOutContact(_ client: Client, _ options: CallOptions) async throws {
        let contact = try await client.optOutContact(contact: 4, options: options)
        #expect(contact.id == 4)
        #expect(contact.optOut == true)
    }

    static func optInContact(_ client: Client, _ options: CallOptions) async throws {
        let contact = try await client.optInContact(contact: 4, options: options)
        #expect(contact.number == "+14155550100")
        #expect(contact.optOut == false)
    }

    static func addContactNote(_ client: Client, _ options: CallOptions) async throws {
        let answer = try await client.addContactNote(
            contact: 4, text: "Calls back on Monday; 1+1=2 #urgent ✓", options: options)
        #expect(answer["id"]?.int == 31)
        #expect(answer["text"] == "Calls back on Monday")
    }

    static func fetchContact(_ client: Client, _ options: CallOptions) async throws {
        let contact = try await client.fetchContact(contact: 4, options: options)
        #expect(contact.id == 4)
        #expect(contact.firstName == "Ada")
        #expect(contact.lastName == nil)
        #expect(contact.email == "ada@example.test")
        #expect(contact.createdAt == (try utc(2030, 1, 2, 3, 4, 5)))
    }

    static func updateContact(_ client: Client, _ options: CallOptions) async throws {
        let update = ContactUpdate(
            firstName: "Ada", email: "ada@example.test",
            customFields: [["id": 1, "value": "Zürich / \"West\""]])
        let contact = try await client.updateContact(contact: 4, body: update, options: options)
        #expect(contact.firstName == "Ada")
        #expect(contact.email == "ada@example.test")
    }

    static func deleteContact(_ client: Client, _ options: CallOptions) async throws {
        let texts = try await client.deleteContact(contact: 4, options: options)
        #expect(texts == ["Contact deleted"])
    }

    static func setContactCustomFields(_ client: Client, _ options: CallOptions) async throws {
        let answer = try await client.setContactCustomFields(
            contact: 4, body: ["city": "London", "visits": 3, "vip": true, "note": nil], options: options)
        #expect(answer["city"] == "London")
    }

    static func listContactConversations(_ client: Client, _ options: CallOptions) async throws {
        let answer = try await client.listContactConversations(contact: 4, options: options)
        #expect(answer[0]?["id"]?.int == 77)
        #expect(answer[1] == nil)
    }

    static func listTags(_ client: Client, _ options: CallOptions) async throws {
        let answer = try await client.listTags(
            search: "VIP+", page: 1, length: 15, sortBy: "label", sortOrder: .ascending, options: options)
        #expect(answer.data?.map(\.label) == ["VIP"])
        #expect(answer.data?.first?.id == 14)
        #expect(answer.meta?.lastPage == 1)
    }

    static func createTag(_ client: Client, _ options: CallOptions) async throws {
        let tag = try await client.createTag(label: "New lead", options: options)
        #expect(tag.id == 15)
        #expect(tag.name == "New lead")
    }

    static func updateTag(_ client: Client, _ options: CallOptions) async throws {
        let answer = try await client.updateTag(tag: 15, label: "Hot [lead]", options: options)
        #expect(answer["label"] == "Hot lead")
    }

    static func attachTag(_ client: Client, _ options: CallOptions) async throws {
        let answer = try await client.attachTag(contact: 4, tag: 14, options: options)
        #expect(answer.type == "success")
        #expect(answer.message == "Tag attached")
    }

    static func detachTag(_ client: Client, _ options: CallOptions) async throws {
        let answer = try await client.detachTag(contact: 4, tag: 14, options: options)
        #expect(answer.message == "Tag detached")
    }
}
