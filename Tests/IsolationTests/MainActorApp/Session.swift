import Pets

/// Who is signed in; it belongs to the main actor, and so does what a credential of the app's own asks it for.
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
