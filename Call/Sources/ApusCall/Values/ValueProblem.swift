internal import ApusSource

/// A value of the command line that the document does not have.
struct ValueProblem: Error {
    /// The names of the members and the positions on the way to the value, from the inside.
    var path: [String] = []
    let reason: String

    /// `filter.sort_by: …`, without characters that a terminal obeys.
    var text: String {
        let place = path.reversed().joined(separator: ".")
        return VisibleText.of(place.isEmpty ? reason : place + ": " + reason)
    }

    func inside(_ name: String) -> ValueProblem {
        ValueProblem(path: path + [name], reason: reason)
    }
}
