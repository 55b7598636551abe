import Foundation
import DeveloperAPI

private func snippet0(_ client: DeveloperAPIClient) async throws {
    let result = try await client.listCompanies()
    _ = result
}

private func snippet1(_ client: DeveloperAPIClient) async throws {
    let result = try await client.listContacts()
    _ = result
}

private func snippet2(_ client: DeveloperAPIClient) async throws {
    let result = try await client.listConversations()
    _ = result
}
