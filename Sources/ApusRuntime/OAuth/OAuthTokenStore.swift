/// Keeps the token of one user, or of one client, over the end of the process: a keychain, a file, a row.
///
/// A store that several processes share gives what any of them saved last: before a refresh the store is read again, so
/// that a token another process has refreshed is used and not refreshed a second time.
public protocol OAuthTokenStore: Sendable {
    /// What was saved last; nil when nothing was, or it was removed.
    func load() async throws -> OAuthToken?

    /// nil removes it.
    func save(_ token: OAuthToken?) async throws
}
