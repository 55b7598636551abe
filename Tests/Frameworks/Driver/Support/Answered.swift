import ApusRuntime

/// An error that may be the answer of a service.
protocol Answered {
    var isAnswered: Bool { get }
}

extension APIError: Answered {
    /// The service refused the request, and its response could be decoded.
    var isAnswered: Bool {
        guard case .response = kind else { return false }
        return decodingProblem == nil
    }
}
