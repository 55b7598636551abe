/// The checks of a client beyond types. By default there are none: limits in documents are often wrong, and a server
/// enforces its own.
public struct ContractChecks: OptionSet, Sendable, Hashable {
    public let rawValue: Int

    public init(rawValue: Int) { self.rawValue = rawValue }

    /// Bodies and parameters are validated before anything is sent; a violation is an ``EncodingProblem``.
    public static let requests = ContractChecks(rawValue: 1)
    /// JSON bodies are read strictly; a mismatch is a ``DecodingProblem``.
    public static let responses = ContractChecks(rawValue: 2)
}
