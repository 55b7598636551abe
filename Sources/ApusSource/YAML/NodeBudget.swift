/// Counts the nodes of a file's tree with every alias as a copy, so that a few lines that expand to billions of nodes
/// ("billion laughs") are refused before anything visits them.
struct NodeBudget {
    private let limits: SourceLimits
    private var written = 0
    private var expanded = 0
    /// The first alias beyond the allowance; later written nodes may still cover it.
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

    /// The result at the end of the file, when the number of written nodes is known.
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
