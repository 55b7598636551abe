internal import ApusPlatform

/// Keeps a token until the process ends.
public final class MemoryTokenStore: OAuthTokenStore {
    private let token: Lock<OAuthToken?>

    public init(_ token: OAuthToken? = nil) {
        self.token = Lock(token)
    }

    public func load() -> OAuthToken? {
        token.withLock { $0 }
    }

    public func save(_ token: OAuthToken?) {
        self.token.withLock { $0 = token }
    }
}
