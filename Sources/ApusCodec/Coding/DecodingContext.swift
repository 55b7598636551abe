internal import ApusPlatform

/// The rules for decoding the current response. Task-local, so that readers of every format see them.
package struct DecodingContext: Sendable {
    let datesWithoutOffset: Int
    /// The report of dropped mismatches; nil: mismatches are problems.
    package let report: DecodingReport?
    /// The receiver of differences to the document; nil: they are not observed.
    package var observation: ContractObservation?

    /// nil: the standard rules.
    @TaskLocal package static var current: DecodingContext?

    /// The standard rules, observed.
    package init(observedBy observation: ContractObservation) {
        datesWithoutOffset = 0
        report = nil
        self.observation = observation
    }

    /// nil for the standard rules.
    package init?(
        _ rules: DecodingRules, onMismatch: MismatchPolicy?, operation: String, observation: ContractObservation? = nil
    ) {
        let policy = onMismatch ?? rules.onMismatch
        if rules.datesWithoutOffset == 0, !policy.drops, observation == nil { return nil }
        datesWithoutOffset = rules.datesWithoutOffset
        report = policy.drops ? DecodingReport(policy, operation: operation) : nil
        self.observation = observation
    }
}

extension DecodingContext? {
    /// Runs `read` in this context.
    package func apply<Result, Problem: Error>(_ read: () throws(Problem) -> Result) throws(Problem) -> Result {
        guard let context = self else { return try read() }
        let result = DecodingContext.$current.withValue(context) { () -> Swift.Result<Result, Problem> in
            do throws(Problem) { return .success(try read()) } catch { return .failure(error) }
        }
        return try result.get()
    }
}

/// The dropped mismatches of one response.
package final class DecodingReport: Sendable {
    private let observe: (@Sendable (_ mismatch: DecodingProblem, _ operation: String) -> Void)?
    private let operation: String
    private let found = Lock<[DecodingProblem]>([])

    init(_ policy: MismatchPolicy, operation: String) {
        observe = policy.observe
        self.operation = operation
    }

    package var problems: [DecodingProblem] { found.withLock { $0 } }

    func add(_ problems: [DecodingProblem]) {
        found.withLock { $0 += problems.prefix(DecodingNotes.limit - $0.count) }
        if let observe { for problem in problems { observe(problem, operation) } }
    }
}
