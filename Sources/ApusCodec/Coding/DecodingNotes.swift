/// What a decoding finds that does not end it.
struct DecodingNotes {
    enum Purpose {
        case none
        /// To tell of values in a form that is understood and is not the document's.
        case strictness
        /// To go on without values that do not fit.
        case dropping
    }

    let purpose: Purpose
    private var found: [DecodingState.Failure] = []

    /// As many are kept: a path is found by walking to it.
    static let limit = 100

    init(for purpose: Purpose) { self.purpose = purpose }

    mutating func add(_ failure: DecodingState.Failure) {
        if found.count < Self.limit { found.append(failure) }
    }

    var count: Int { found.count }

    /// Forgets what was found in a reading that did not lead anywhere.
    mutating func truncate(to count: Int) { found.removeLast(max(0, found.count - count)) }

    /// What was found, with its place; while the state is still there.
    func describe(by state: borrowing DecodingState) -> [DecodingProblem] {
        var problems: [DecodingProblem] = []
        for failure in found { problems.append(state.describe(state.tapeProblem(failure))) }
        return problems
    }
}
