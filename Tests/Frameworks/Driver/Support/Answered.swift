import ApusRuntime

/// An error that may be the answer of a service.
protocol Answered {
    var isAnswered: Bool { get }
}

extension APIError: Answered {
    /// The service refused what was asked for, and what it said could be read.
    var isAnswered: Bool {
        guard case .response = kind else { return false }
        return decodingProblem == nil
    }
}
