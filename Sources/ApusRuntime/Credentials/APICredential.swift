public import HTTPTypes

/// Supplies the secret of a security scheme. Conform to it for a secret that changes, such as a token that is
/// refreshed.
public protocol APICredential: Sendable {
    /// Returns the secret. Called before every attempt of a request.
    func secret(for use: CredentialUse) async throws -> CredentialSecret

    /// Called when the server answered 401 to a request with `refused`.
    ///
    /// - Returns: True when ``secret(for:)`` now returns another secret: the request is then sent once more.
    func renew(_ refused: CredentialSecret, for use: CredentialUse, response: HTTPResponse) async throws -> Bool
}

extension APICredential {
    public func renew(_ refused: CredentialSecret, for use: CredentialUse, response: HTTPResponse) async throws -> Bool
    {
        false
    }
}
