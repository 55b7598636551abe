import Pets

func snippet0(_ client: PetsClient) async throws {
    let result = try await client.fetchPet(petID: try String(json: "{}"))
    _ = result
}

func snippet1(_ client: PetsClient) async throws {
    let result = try await client.createPet(try Pet(json: "{}"))
    _ = result
}

@available(*, deprecated)
func snippet2(_ client: PetsClient) async throws {
    try await client.deletePet()
}

func snippet3(_ client: PetsClient) async throws {
    let result = try await client.uploadPet()
    _ = result
}
