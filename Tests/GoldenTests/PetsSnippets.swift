import Foundation
import Pets

private func snippet0(_ client: PetsClient) async throws {
    let result = try await client.fetchPet(petID: String(json: "{}"))
    _ = result
}

private func snippet1(_ client: PetsClient) async throws {
    let result = try await client.createPet(Pet(json: "{}"))
    _ = result
}

@available(*, deprecated)
private func snippet2(_ client: PetsClient) async throws {
    try await client.deletePet()
}

private func snippet3(_ client: PetsClient) async throws {
    let result = try await client.uploadPet()
    _ = result
}
