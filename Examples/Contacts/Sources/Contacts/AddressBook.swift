import ApusURLSession
import ChatCaptain
import DeveloperAPI
import Foundation
import SalesCaptain
import Salesmsg

/// The four clients, each with its own server and credentials over one kind of transport.
struct AddressBook {
    let salesCaptain: SalesCaptainClient
    let chatCaptain: ChatCaptainClient
    let salesmsg: SalesmsgClient
    let developerAPI: DeveloperAPIClient

    /// - Parameter address: The address of the demonstration server. An app would omit `server:`, except for the
    ///   Developer API, whose document declares none.
    init(address: String) {
        salesCaptain = SalesCaptainClient(
            server: .custom(address + "/salescaptain"), transport: .urlSession(),
            credentials: .bearerAuth("demo-token"),
            companyID: UUID().uuidString)
        chatCaptain = ChatCaptainClient(
            server: .custom(address + "/chatcaptain"), transport: .urlSession(),
            credentials: .chatcaptainKey("demo-key"), chatbotID: "demo-bot")
        salesmsg = SalesmsgClient(
            server: .custom(address + "/salesmsg"), transport: .urlSession(),
            credentials: .personalToken { "demo-token" })
        developerAPI = DeveloperAPIClient(
            server: .custom(address + "/developer/api/v1"), transport: .urlSession(),
            credentials: .authorization("Bearer demo-token"))
    }

    /// All contacts, in the order of the vendors. One vendor's failure costs the others nothing.
    func readAll() async -> [Entry] {
        async let first = attempt("SalesCaptain", readSalesCaptain)
        async let second = attempt("ChatCaptain", readChatCaptain)
        async let third = attempt("Salesmsg", readSalesmsg)
        async let fourth = attempt("Developer API", readDeveloperAPI)
        return await first + second + third + fourth
    }

    private func readSalesCaptain() async throws -> [Entry] {
        try await salesCaptain.listContacts(sortBy: .name).map(Entry.init)
    }

    private func readChatCaptain() async throws -> [Entry] {
        let answer = try await chatCaptain.listContacts()
        return (answer.contacts ?? []).map(Entry.init)
    }

    private func readSalesmsg() async throws -> [Entry] {
        let page = try await salesmsg.searchContacts(term: "Ada")
        return (page.results ?? []).map(Entry.init)
    }

    private func readDeveloperAPI() async throws -> [Entry] {
        do {
            return try await developerAPI.listContacts(companyID: "c-1").map(Entry.init)
        } catch {
            // The error's type is known here: a documented failure is a case, and every other error describes itself.
            if case .response(.unauthorized) = error.kind { print("Developer API: the key is missing or wrong") }
            throw error
        }
    }

    private func attempt(_ vendor: String, _ read: () async throws -> [Entry]) async -> [Entry] {
        do {
            return try await read()
        } catch {
            print("\(vendor): \(error)")
            return []
        }
    }
}
