/// A token from a closure that is called before each request.
struct ClosureCredential: APICredential {
    let token: @Sendable () async throws -> String

    func secret(for use: CredentialUse) async throws -> CredentialSecret {
        .token(try await token())
    }
}
