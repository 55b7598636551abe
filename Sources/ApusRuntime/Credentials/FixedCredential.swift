/// A secret that stays the same.
struct FixedCredential: Credential {
    let secret: CredentialSecret

    func secret(for use: CredentialUse) -> CredentialSecret {
        secret
    }
}
