internal import ApusPlatform

/// Wraps a store and supplies a token while the store is empty, until something is saved or removed.
final class SeededTokenStore: OAuthTokenStore {
    private let store: any OAuthTokenStore
    private let first: Lock<OAuthToken?>

    init(store: any OAuthTokenStore, first: OAuthToken) {
        self.store = store
        self.first = Lock(first)
    }

    func load() async throws -> OAuthToken? {
        try await store.load() ?? first.withLock { $0 }
    }

    func save(_ token: OAuthToken?) async throws {
        try await store.save(token)
        first.withLock { $0 = nil }
    }
}
