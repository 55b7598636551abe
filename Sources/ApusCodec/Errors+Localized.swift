#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

// What `localizedDescription` gives, and alerts that are made from an error: each error's own description, in English. Without these it
// would be "The operation could not be completed".

extension DecodingProblem: LocalizedError {
    /// The description.
    public var errorDescription: String? { description }
}

extension EncodingProblem: LocalizedError {
    /// The description.
    public var errorDescription: String? { description }
}

extension ValidationError: LocalizedError {
    /// The description.
    public var errorDescription: String? { description }
}
