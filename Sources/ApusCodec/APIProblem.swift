#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Every error of Apus: the error of a call, and the problems that cause one.
///
/// The name of a conforming type ends in `Problem`, except for `APIError`, the error of a call. `description`,
/// `localizedDescription` and string interpolation give the same: the location and the reason in one line, in English,
/// without secrets and control characters.
///
/// An enum among the problems may get further cases in a later version; end a `switch` over it with `default`.
public protocol APIProblem: LocalizedError, Sendable, CustomStringConvertible {}

extension APIProblem {
    /// The description; without it, `localizedDescription` would be "The operation could not be completed".
    public var errorDescription: String? { description }
}

/// Foundation's own defaults are visible only where Foundation is imported.
@_documentation(visibility: internal)
extension APIProblem {
    public var failureReason: String? { nil }
    public var recoverySuggestion: String? { nil }
    public var helpAnchor: String? { nil }
}
