#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

// What `localizedDescription` gives, and alerts that are made from an error: each error's own description, in English. Without these it
// would be "The operation could not be completed".

extension APIError: LocalizedError {
    /// The description.
    public var errorDescription: String? { description }
}

extension CredentialProblem: LocalizedError {
    /// The description.
    public var errorDescription: String? { description }
}

extension FileProblem: LocalizedError {
    /// The description.
    public var errorDescription: String? { description }
}

extension OAuthError: LocalizedError {
    /// The description.
    public var errorDescription: String? { description }
}

extension PagingProblem: LocalizedError {
    /// The description.
    public var errorDescription: String? { description }
}

extension StreamItemProblem: LocalizedError {
    /// The description.
    public var errorDescription: String? { description }
}

extension TransportProblem: LocalizedError {
    /// The description.
    public var errorDescription: String? { description }
}

extension WebhookProblem: LocalizedError {
    /// The description.
    public var errorDescription: String? { description }
}
