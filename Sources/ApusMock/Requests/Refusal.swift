/// The reason why a request is not served.
struct Refusal {
    /// A part of the request that the document does not allow.
    struct Problem {
        /// `the query parameter "limit"` or `the request body`.
        let part: String
        /// RFC 6901 pointer into the body; empty for the whole part.
        var pointer = ""
        /// Completes a sentence that begins with ``part``.
        let reason: String

        var sentence: String { part + " " + reason }
    }

    let status: Int
    let problems: [Problem]
    /// Further header fields, such as `Allow`.
    var headers: [(name: String, value: String)] = []

    init(_ status: Int, _ problems: [Problem], headers: [(name: String, value: String)] = []) {
        self.status = status
        self.problems = problems
        self.headers = headers
    }

    init(_ status: Int, part: String = "the request", _ reason: String, headers: [(name: String, value: String)] = []) {
        self.init(status, [Problem(part: part, reason: reason)], headers: headers)
    }

    /// The first problems as sentences.
    var text: String { problems.prefix(8).map(\.sentence).joined(separator: "; ") }
}
