import Pets

/// The signed-in user; it belongs to the main actor, and so does the token that the app's own credential reads from it.
final class Session {
    var token = "first"

    func current() async -> String { token }
}

struct SessionCredential: APICredential {
    let session: Session

    func secret(for use: CredentialUse) async throws -> CredentialSecret {
        .token(await session.token)
    }
}

struct SessionTokens: OAuthTokenStore {
    let session: Session

    func load() async throws -> OAuthToken? { nil }

    func save(_ token: OAuthToken?) async throws {
        await session.forget()
    }
}

extension Session {
    func forget() {
        token = ""
    }
}
