/// Counts what a file's tree would hold if every alias were a copy, so that a few lines that stand for billions of
/// nodes ("billion laughs") are refused before anything walks over them.
struct NodeBudget {
    private let limits: SourceLimits
    private var written = 0
    private var expanded = 0
    /// The first alias beyond the allowance; it may still be covered by what follows.
    private var suspect: SourceMark?

    init(limits: SourceLimits) {
        self.limits = limits
    }

    mutating func countWritten(at mark: SourceMark) throws(SourceError) {
        written += 1
        expanded += 1
        if expanded > limits.nodes { throw SourceError(.tooManyNodes(limits.nodes, at: mark)) }
    }

    mutating func countAlias(of nodes: Int, at mark: SourceMark) throws(SourceError) {
        let sum = expanded.addingReportingOverflow(nodes)
        expanded = sum.overflow ? .max : sum.partialValue
        guard expanded <= limits.nodes else { throw SourceError(.aliasExpansion(expanded, written, at: mark)) }
        if suspect == nil, isExceeded { suspect = mark }
    }

    /// The verdict at the end of the file, once it is known how much is written.
    func check() throws(SourceError) {
        if let suspect, isExceeded { throw SourceError(.aliasExpansion(expanded, written, at: suspect)) }
    }

    private var isExceeded: Bool {
        expanded > limits.aliasFactor * written + limits.aliasAllowance
    }
}

extension Diagnostic {
    static func aliasExpansion(_ expanded: Int, _ written: Int, at mark: SourceMark) -> Diagnostic {
        Diagnostic(
            id: "alias-expansion", severity: .error,
            message: "the aliases make \(written) written values expand to \(expanded) or more", mark: mark,
            hint: "repeat less through aliases; share schemas with $ref, which costs nothing")
    }
}
