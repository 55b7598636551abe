/// A constant secret.
struct FixedCredential: Credential {
    let secret: CredentialSecret

    func secret(for use: CredentialUse) -> CredentialSecret {
        secret
    }
}
