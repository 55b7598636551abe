import ApusRuntime
import Foundation
import HTTPTypes
import Testing

@testable import ApusCall

/// What the command prints and how it ends.
struct CommandTests {
    private let token = ["APUS_SALESCAPTAIN_TOKEN": "tok-secret-1"]
    private let list = ["salescaptain", "list-contacts", "--company-id", "c1", "--attempts", "1"]

    private func page(_ names: [String], of pages: Int) -> InMemoryTransport.Answer {
        let contacts = names.map { "{\"contact_name\":\"\($0)\",\"n\":1.50}" }.joined(separator: ",")
        return .json("{\"contacts\":{\"data\":[\(contacts)],\"pagination\":{\"total_pages\":\(pages)}}}")
    }

    @Test func allPagesAreFollowed() async throws {
        let desk = Desk([page(["a", "b"], of: 2), page(["c"], of: 2)], variables: token)
        #expect(await desk.run(list + ["--all", "--json"]) == .success)
        #expect(
            desk.output == """
                {"contact_name":"a","n":1.50}
                {"contact_name":"b","n":1.50}
                {"contact_name":"c","n":1.50}

                """)
        #expect(desk.sent.all.map(\.line).map { $0.split(separator: "=").last.map(String.init) } == ["1", "2"])
        #expect(desk.sent.all.allSatisfy { $0.headers.contains("Authorization: Bearer tok-secret-1") })
    }

    @Test func theMostItemsAreTheLimit() async throws {
        let desk = Desk([page(["a", "b"], of: 2)], variables: token)
        #expect(await desk.run(list + ["--all", "--json", "--limit", "1"]) == .success)
        #expect(desk.output == "{\"contact_name\":\"a\",\"n\":1.50}\n")
        #expect(desk.sent.all.count == 1)
    }

    @Test func theResultIsPrintedAndTheWholeOnDemand() async throws {
        let part = Desk([page(["a"], of: 1)], variables: token)
        #expect(await part.run(list) == .success)
        #expect(part.output == "[\n  {\n    \"contact_name\": \"a\",\n    \"n\": 1.50\n  }\n]\n")
        let whole = Desk([page(["a"], of: 1)], variables: token)
        #expect(await whole.run(list + ["--whole", "--json"]) == .success)
        #expect(whole.output.hasPrefix("{\"contacts\":{\"data\":["))
    }

    @Test func theEnvironmentGivesTheClientsParameters() async throws {
        let desk = Desk(variables: token.merging(["APUS_SALESCAPTAIN_COMPANY_ID": "c 2"]) { $1 })
        _ = await desk.run(["salescaptain", "listContacts", "--attempts", "1"])
        #expect(desk.sent.all.first?.line == "GET https://api.salescaptain.com/v1/list-contacts/c%202?page_number=1")
    }

    @Test(arguments: [
        (404, "{\"message\":\"gone\"}", CallStatus.refused), (503, "", .serverFailure), (429, "", .rateLimited),
        (200, "{\"contacts\":", .answer), (200, "{\"x\":1}", .answer), (200, "{\"error\":\"no\"}", .rejected),
    ])
    func theStatusTellsTheClassOfTheFailure(status: Int, body: String, expected: CallStatus) async throws {
        let answer = InMemoryTransport.Answer.json(body, status: .init(code: status))
        let desk = Desk([answer], variables: token)
        #expect(await desk.run(list) == expected)
        #expect(desk.output.isEmpty && !desk.errors.isEmpty)
    }

    @Test func aCallWithoutCredentialsSendsNothing() async throws {
        let desk = Desk()
        #expect(await desk.run(list) == .credentials)
        #expect(desk.sent.all.isEmpty)
    }

    @Test(arguments: [
        (["salescaptian"], "did you mean salescaptain?"),
        (["salescaptain", "listContact"], "did you mean listContacts?"),
        (["salescaptain", "listContacts", "--companyid", "1"], "did you mean --company-id?"),
        (["salescaptain", "listContacts"], "--company-id is required"),
        (["salescaptain", "listContacts", "--company-id", "1", "--page-number", "x"], "--page-number: "),
        (["salescaptain", "listContacts", "--company-id"], "needs a value"),
        (["salescaptain", "listContacts", "--company-id", ".."], "would lead to another path"),
        (["salescaptain", "listContacts", "--company-id", "1", "--header", "authorization: x"], "is a credential"),
        (["salescaptain", "checkHealth", "--all"], "has no pages"),
        (["salescaptain", "createContact", "--company-id", "1"], "contact_name"),
    ])
    func whatCannotBeUsedIsExplained(words: [String], advice: String) async throws {
        let desk = Desk(variables: token)
        #expect(await desk.run(words) == .usage)
        #expect(desk.errors.contains(advice), "\(desk.errors)")
        #expect(desk.sent.all.isEmpty && desk.output.isEmpty)
    }

    @Test func completionComesFromTheDocument() async throws {
        func complete(_ words: [String]) async -> [String] {
            let desk = Desk()
            let surroundings = Surroundings(
                variables: [:], transport: desk.sent.transport, print: { _ in }, complain: { _ in },
                readInput: { _ in [] }, readLine: { nil }, isTerminal: false)
            let start = try? CallStart(["--complete", "--workspace", Vendor.workspace] + words)
            guard let start, let clients = try? ClientDesk(start, surroundings, known: [:]) else { return [] }
            return Completion(clients, start).candidates()
        }
        #expect(await complete(["sales"]) == ["salescaptain", "salesmsg"])
        #expect(
            await complete(["salescaptain", "listCo"])
                == ["listConversationProfiles", "listConversations", "listContacts"])
        #expect(await complete(["salescaptain", "listContacts", "--sort"]) == ["--sort-by", "--sort-dir"])
        #expect(await complete(["salescaptain", "listContacts", "--sort-by", "n"]) == ["name", "number"])
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func scriptsOfCompletionAskTheCommand(shell: String) async throws {
        let desk = Desk()
        #expect(await desk.run(["--completion", shell]) == .success)
        #expect(desk.output.contains("apus-call --complete"))
    }
}
