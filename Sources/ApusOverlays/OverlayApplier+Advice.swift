import ApusSource

extension OverlayApplier {
    /// The name that the first step of an unmatched path probably means: `$.paths['/pet'].get` where the document has `/pets`.
    ///
    /// It costs no more than the query did, so the budget of the other actions is left alone.
    func suggest(for path: JSONPath) -> String? {
        var budget = patience
        var owners = [JSONPathNode(value: root, location: nil)]
        for index in path.segments.indices {
            var evaluator = JSONPathEvaluator(root: root, patience: budget)
            let found = evaluator.apply(Array(path.segments[index...index]), to: owners)
            budget = evaluator.patience
            if budget.isExhausted { return nil }
            guard found.isEmpty else {
                owners = found
                continue
            }
            guard path.segments[index].isSingular, case .name(let name)? = path.segments[index].selectors.first else {
                return nil
            }
            let known = owners.prefix(Self.ownerLimit).flatMap { $0.value.mapping?.entries.map(\.key) ?? [] }
            return Spelling.nearest(to: name, among: known)
        }
        return nil
    }

    /// Mappings whose names are compared.
    private static let ownerLimit = 100
}
