/// The results of one document's examples.
struct ExampleResult: Sendable {
    let document: String
    var outcomes: [ExampleOutcome] = []
    /// Why nothing was read, or not all.
    var obstacle: String?
    /// Whether the obstacle is a failure: a lack of time is not.
    var isObstacleFailure = false
    var compiling = 0.0

    var valid: Int { outcomes.count { $0.verdict == .valid } }
    var invalid: Int { outcomes.count { $0.verdict == .invalid } }
    var unjudged: Int { outcomes.count { $0.verdict == .unjudged } }
    var decoded: Int { outcomes.count { $0.verdict == .valid && $0.isDecoded } }
    var equal: Int { outcomes.count { $0.verdict == .valid && $0.isEqual == true } }
    /// The number of invalid ones that were decoded nevertheless.
    var tolerated: Int { outcomes.count { $0.verdict == .invalid && $0.isDecoded } }

    func total(_ count: KeyPath<ExampleOutcome, Int>) -> Int {
        outcomes.reduce(0) { $0 + ($1.verdict == .valid ? $1[keyPath: count] : 0) }
    }

    var failures: [ExampleOutcome] { outcomes.filter(\.isFailure) }
    var isFailure: Bool { isObstacleFailure || !failures.isEmpty }
}

/// The record of a program's run, so that it is compiled again only after a change.
struct ExampleReadings: Codable, Sendable {
    /// A key of the sources, the compiler, the runtime and the examples.
    let key: String
    var compiling = 0.0
}

/// The result of one example; `examples.py` writes it.
struct ExampleOutcome: Decodable, Sendable {
    enum Verdict: String, Decodable {
        case valid, invalid, unjudged
    }

    /// The type that read it.
    let reader: String
    /// Whether it is a whole response, not a component of one.
    let isAnswer: Bool
    let status: Int
    let place: String
    let pointer: String
    let verdict: Verdict
    /// Why the example does not fit its schema, or could not be judged.
    let complaint: String?
    let isDecoded: Bool
    /// nil: there is nothing to compare with.
    let isEqual: Bool?
    let problem: String?
    /// Members that no schema names and that were not written back.
    let unnamed: Int
    /// Members that are null, and that were not written back.
    let nulls: Int
    /// Members that were not there, and that were written back as their schema's `default`.
    let defaults: Int
    /// Moments whose fraction is finer than a `Date`, and that were written back as the `Date` at or just before them.
    let fractions: Int
    /// The beginning.
    let body: String

    /// An unjudged example must decode as well, and the written value must be equal.
    var isFailure: Bool { verdict != .invalid && (!isDecoded || isEqual == false) }
}
