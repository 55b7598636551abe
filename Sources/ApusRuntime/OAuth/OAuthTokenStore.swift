/// Stores the token of one user, or of one client, beyond the end of the process: in a keychain, a file, or a database.
///
/// A store that several processes share returns the token that any of them saved last: before a refresh the store is
/// read again, so that a token which another process has refreshed is used and not refreshed a second time.
public protocol OAuthTokenStore: Sendable {
    /// The last saved token; nil when none was saved, or it was removed.
    func load() async throws -> OAuthToken?

    /// Saves a token; nil removes it.
    func save(_ token: OAuthToken?) async throws
}
