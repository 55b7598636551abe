public import HTTPTypes

/// Gives what a security scheme sends. Conform to it for a secret that changes, such as a token that is refreshed.
public protocol Credential: Sendable {
    /// Asked before every request, also before a repeated one.
    func secret(for use: CredentialUse) async throws -> CredentialSecret

    /// Told that the server answered 401 to a request with `refused`.
    ///
    /// - Returns: True when ``secret(for:)`` has another secret now: the request is then sent once more.
    func renew(_ refused: CredentialSecret, for use: CredentialUse, response: HTTPResponse) async throws -> Bool
}

extension Credential {
    public func renew(_ refused: CredentialSecret, for use: CredentialUse, response: HTTPResponse) async throws -> Bool
    {
        false
    }
}
