/// Where a client holds both sides to the document beyond what types do. Nowhere by default: limits in documents are often wrong, and a
/// server knows its own.
public struct ContractChecks: OptionSet, Sendable, Hashable {
    public let rawValue: Int

    public init(rawValue: Int) { self.rawValue = rawValue }

    /// Bodies and parameters are validated before anything is sent; a violation is an ``EncodingProblem``.
    public static let requests = ContractChecks(rawValue: 1)
    /// JSON bodies are read by ``JSONDecoding/decodeStrictly(_:from:)``; a surprise is a ``DecodingProblem``.
    public static let responses = ContractChecks(rawValue: 2)
}
