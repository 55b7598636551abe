import ApusRuntime
import SalesCaptain
import Testing

/// Contacts and tags.
extension SalesCaptainCalls {
    static func createContact(_ client: SalesCaptainClient, _ options: CallOptions) async throws {
        let new = NewContact(
            contactName: "Zoë O'Example", contactEmail: "zoe+new@example.test",
            customFields: [
                ["cf_name": "Größe", "cf_value": "12"],
                ["other": [1, 2.5, true, nil, ["deep": "yes"]]],
            ])
        let created = try await client.createContact(new, options: options)
        #expect(created.contactID == (try uuid(contact)))
        #expect(created.conversationID == (try uuid(conversation)))
        #expect(created.name == "Ada Example")
        #expect(created.tags == nil)
        #expect(created.customFields?.first?.cfName == "Plan")
        #expect(created.createdAt == (try utc(2030, 1, 2, 3, 4, 5)))
    }

    static func updateContact(_ client: SalesCaptainClient, _ options: CallOptions) async throws {
        let change = ContactChange(phone: .null, email: "")
        let changed = try await client.updateContact(contactID: uuid(contact), body: change, options: options)
        #expect(changed.name == "Ada Renamed")
        #expect(changed.email == nil)
        #expect(changed.phone == "+12025550101")
        #expect(changed.updatedAt == (try utc(2030, 1, 3, 3, 4, 5.125)))
        #expect(changed.customFields?.map(\.cfValue) == ["14"])
    }

    static func listContacts(_ client: SalesCaptainClient, _ options: CallOptions) async throws {
        let contacts = try await client.listContacts(
            pageNumber: 1, itemsPerPage: 20, sortBy: .createdAt, sortDir: .ascending,
            filter: .whatsapp, searchKey: "Zoë & Ada = 100% [a/b] +1?#", options: options)
        #expect(contacts.map(\.name) == ["Ada Example"])
        #expect(contacts.first?.tags == ["Trial"])
        #expect(contacts.first?.email == nil)
        #expect(contacts.first?.customFields?.first?.cfValue == "12")
    }

    static func fetchContact(_ client: SalesCaptainClient, _ options: CallOptions) async throws {
        let found = try await client.fetchContact(contactID: uuid(contact), options: options)
        #expect(found.contactID == (try uuid(contact)))
        #expect(found.email == "ada@example.test")
        #expect(found.tags == [])
        #expect(found.customFields == [])
        #expect(found.updatedAt == (try utc(2030, 1, 3, 3, 4, 5)))
    }

    static func deleteContact(_ client: SalesCaptainClient, _ options: CallOptions) async throws {
        let deleted = try await client.deleteContact(contactID: uuid(contact), options: options)
        #expect(deleted.contactID == (try uuid(contact)))
        #expect(deleted.message == "removed")
    }

    static func listTags(_ client: SalesCaptainClient, _ options: CallOptions) async throws {
        let answer = try await client.listTags(
            companyID: "acme co", searchKey: "tri+al", tagName: "Prüfung 50%", options: options)
        #expect(answer["tags"]?[0]?["tag_id"] == "tag-5")
        #expect(answer["tags"]?[0]?["status"] == "active")
    }

    static func createTag(_ client: SalesCaptainClient, _ options: CallOptions) async throws {
        let answer = try await client.createTag(
            NewTag(companyID: "acme co", tagName: "Prüfung / 50%", status: "active"), options: options)
        #expect(answer["tag"]?["tag_name"] == "Trial")
    }

    static func deleteTag(_ client: SalesCaptainClient, _ options: CallOptions) async throws {
        let answer = try await client.deleteTag(tagID: "tag 5/ä+ß?#%", companyID: "acme co", options: options)
        #expect(answer["message"] == "removed")
    }

    static func addTagToContact(_ client: SalesCaptainClient, _ options: CallOptions) async throws {
        let answer = try await client.addTagToContact(
            ContactTag(contactID: contact, tagID: "tag 5/ä"), companyID: "acme co", options: options)
        #expect(answer["message"] == "added")
    }

    static func removeTagFromContact(_ client: SalesCaptainClient, _ options: CallOptions) async throws {
        let answer = try await client.removeTagFromContact(
            ContactTag(contactID: contact, tagID: "tag 5/ä"), companyID: "acme co", options: options)
        #expect(answer["message"] == "removed")
    }
}
