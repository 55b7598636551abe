/// What a decoding finds that does not end it.
struct DecodingNotes {
    /// Values in a form that is understood and is not the document's.
    var lenient: [DecodingState.Failure] = []
    /// The same with their places, once the decoding is over.
    private(set) var surprises: [DecodingProblem] = []

    mutating func describe(by state: borrowing DecodingState) {
        for value in lenient { surprises.append(state.describe(state.tapeProblem(value))) }
    }
}
