/// The checks of a client beyond types. By default there are none: limits in documents are often wrong, and a server
/// enforces its own.
///
/// Several checks are a list: `[.requests, .observe { difference in … }]`.
public struct ContractChecks: Sendable, ExpressibleByArrayLiteral {
    package let checksRequests: Bool
    package let checksResponses: Bool
    /// The receivers of differences; empty: responses are not compared.
    package let observers: [ContractObserver]

    private init(checksRequests: Bool = false, checksResponses: Bool = false, observers: [ContractObserver] = []) {
        self.checksRequests = checksRequests
        self.checksResponses = checksResponses
        self.observers = observers
    }

    /// All checks of a list; none for an empty one.
    public init(arrayLiteral checks: ContractChecks...) {
        self.init(
            checksRequests: checks.contains(where: \.checksRequests),
            checksResponses: checks.contains(where: \.checksResponses), observers: checks.flatMap(\.observers))
    }

    /// Bodies and parameters are validated before anything is sent; a violation is an ``EncodingProblem``.
    public static let requests = ContractChecks(checksRequests: true)
    /// JSON bodies are read strictly; a mismatch is a ``DecodingProblem``.
    public static let responses = ContractChecks(checksResponses: true)

    /// Responses are read as without checks, and each difference between them and the document is reported once.
    ///
    /// Differences are equal where operation, kind, Swift type and name are. This value remembers what it reported, at most a thousand
    /// differences, and of each type twenty: give one value to the client instead of a new one to each call. ``ContractDifference/Kind``
    /// lists what is compared. A body that ``responses`` reads strictly is not compared, because it fails instead.
    ///
    /// - Parameter handler: Receives each difference when it is found, within the call and before the call returns. It must not wait for
    ///   long.
    public static func observe(
        _ handler: @escaping @Sendable (_ difference: ContractDifference) -> Void
    ) -> ContractChecks {
        ContractChecks(observers: [ContractObserver(handler)])
    }
}

extension ContractChecks: CustomStringConvertible {
    /// `requests, observe`
    public var description: String {
        let names = [
            checksRequests ? "requests" : nil, checksResponses ? "responses" : nil,
            observers.isEmpty ? nil : "observe",
        ]
        return names.compactMap { $0 }.joined(separator: ", ")
    }
}
