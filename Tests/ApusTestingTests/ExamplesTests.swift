import ApusTesting
import ChatCaptain
import DeveloperAPI
import Foundation
import SalesCaptain
import Salesmsg
import TestSupport
import Testing

@testable import ApusPipeline

/// The vendors' own documents answer calls of their clients, through the text of `apus dump examples`.
@Suite struct ExamplesTests {
    private func examples(_ name: String) throws -> ExampleResponses {
        let workspace = try Workspace.load(Repository.root + "/" + Workspace.fileName)
        let client = try #require(workspace.clients.first { $0.name == name })
        var pipeline = Pipeline(client: client, workspace: workspace)
        let text = pipeline.readExamples()
        return try ExampleResponses(json: Array(try #require(text).utf8))
    }

    @Test func salesCaptain() async throws {
        let client = SalesCaptainClient(
            transport: .closed, credentials: .bearerAuth("k"), middleware: [try examples("SalesCaptain")])
        let id = try #require(UUID(uuidString: "0b1c2d3e-1111-4222-8333-444455556666"))
        #expect(try await client.fetchContact(contactID: id).name == "Ada Example")
        #expect(try await client.checkHealth().message != nil)
    }

    @Test func chatCaptain() async throws {
        let client = ChatCaptainClient(
            transport: .closed, credentials: .chatcaptainKey("k"), middleware: [try examples("ChatCaptain")])
        #expect(try await client.listPublicApps().publicApps.isEmpty == false)
        #expect(try await client.listOrganizations(chatbotID: "b").organizations.isEmpty == false)
    }

    @Test func salesmsg() async throws {
        let client = SalesmsgClient(
            transport: .closed, credentials: .personalToken("t"), middleware: [try examples("Salesmsg")])
        #expect(try await client.listTags().meta?.lastPage == 1)
        #expect(try await client.listConversations(filter: .open, limit: 1).first?.id == 77)
    }

    @Test func developerAPI() async throws {
        let client = DeveloperAPIClient(
            server: .custom("https://a.test/api/v1"), transport: .closed, credentials: .authorization("Bearer k"),
            middleware: [try examples("DeveloperAPI")])
        #expect(try await client.listCompanies().first?.id.isEmpty == false)
    }

    @Test func whatHasNoExampleIsNamed() async throws {
        let client = SalesmsgClient(
            transport: .closed, credentials: .personalToken("t"),
            middleware: [try ExampleResponses(json: Array("[]".utf8))])
        do {
            _ = try await client.listTags()
            Issue.record("there is none")
        } catch {
            guard case .middleware(let missing as ExampleProblem) = error.kind else {
                Issue.record("\(error)")
                return
            }
            #expect(missing.operation == "listTags")
        }
    }
}
