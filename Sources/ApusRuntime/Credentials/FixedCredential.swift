/// A constant secret.
struct FixedCredential: APICredential {
    let secret: CredentialSecret

    func secret(for use: CredentialUse) -> CredentialSecret {
        secret
    }
}
