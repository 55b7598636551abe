import ApusExamples
import ApusRuntime
import ApusTesting
import ChatCaptain
import ChatCaptainExamples
import DeveloperAPI
import DeveloperAPIExamples
import Foundation
import SalesCaptain
import SalesCaptainExamples
import Salesmsg
import SalesmsgExamples
import Testing

/// Examples as the answers of stubs: they pass through the client like a server's.
struct StubExampleTests {
    private let checked = CallOptions(checks: [.requests, .responses])

    @Test func salesCaptain() async throws {
        let stub = Stub().on(SalesCaptain.FetchContact.self) { call in
            ContactResponse.example { $0.contacts = .init(data: .example { $0.contactID = call.contactID }) }
        }.on(SalesCaptain.ListContacts.self) { _ in
            ContactListResponse(contacts: .init(data: SalesCaptain.Contact.examples(3)))
        }.on(SalesCaptain.UpdateContact.self) { _ in UpdatedContactResponse.example }
        let captain = SalesCaptainClient(
            transport: stub, credentials: .bearerAuth("t"), companyID: "c-1", options: checked)
        let id = UUID()
        let contact = try await captain.fetchContact(contactID: id)
        #expect(contact.contactID == id)
        #expect(contact.name == SalesCaptain.Contact.example.name)
        let contacts = try await captain.listContacts(pageNumber: 1)
        #expect(Set(contacts.map(\.contactID)).count == 3)
        _ = try await captain.updateContact(contactID: id, body: .minimalExample)
    }

    @Test func chatCaptain() async throws {
        let stub = Stub().on(ChatCaptain.ListContacts.self) { _ in ListContactsResponse.fullExample }
        let captain = ChatCaptainClient(transport: stub, credentials: .chatcaptainKey("k"), options: checked)
        #expect(try await captain.listContacts(chatbotID: "b") == ListContactsResponse.fullExample)
    }

    @Test func salesmsg() async throws {
        let stub = Stub().on(Salesmsg.FetchContact.self) { call in Salesmsg.Contact.example { $0.id = call.contact } }
        let client = SalesmsgClient(transport: stub, credentials: .personalToken("t"), options: checked)
        #expect(try await client.fetchContact(contact: 42).id == 42)
    }

    @Test func developerAPI() async throws {
        let stub = Stub().on(ListCompanies.self) { _ in Company.examples(2) }
        let client = DeveloperAPIClient(
            server: .custom("https://a.test/api/v1"), transport: stub, credentials: .authorization("Bearer k"),
            options: checked)
        #expect(try await client.listCompanies().count == 2)
    }

    @Test func aChangeMayThrow() throws {
        struct Refusal: Error {}
        #expect(throws: Refusal.self) {
            try SalesCaptain.Contact.example { contact throws(Refusal) in
                contact.name = nil
                throw Refusal()
            }
        }
    }
}
