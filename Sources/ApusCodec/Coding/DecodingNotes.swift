/// Findings of a decoding that do not end it.
struct DecodingNotes {
    enum Purpose {
        case none
        /// Reports values in an accepted form that is not the document's.
        case strictness
        /// Continues without values that do not fit.
        case dropping
    }

    let purpose: Purpose
    private var found: [DecodingState.Failure] = []

    /// The maximum number of findings: computing each path takes a walk.
    static let limit = 100

    init(for purpose: Purpose) { self.purpose = purpose }

    mutating func add(_ failure: DecodingState.Failure) {
        if found.count < Self.limit { found.append(failure) }
    }

    var count: Int { found.count }

    /// Removes the findings of an abandoned attempt.
    mutating func truncate(to count: Int) { found.removeLast(max(0, found.count - count)) }

    /// The findings with their paths, while the state still exists.
    func describe(by state: borrowing DecodingState) -> [DecodingProblem] {
        var problems: [DecodingProblem] = []
        for failure in found { problems.append(state.describe(state.tapeProblem(failure))) }
        return problems
    }
}
