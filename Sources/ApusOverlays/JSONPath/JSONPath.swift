import ApusSource

/// A query of RFC 9535: `$.paths.*[?@.deprecated == true]`.
///
/// One extension, which existing overlays use: a hyphen may occur inside a short name (`$.info.x-logo`), which has no
/// other meaning.
struct JSONPath: Sendable, Hashable {
    /// The written text.
    let text: String
    let segments: [JSONPathSegment]

    init(_ text: String) throws(JSONPathError) {
        var parser = JSONPathParser(text)
        self.text = text
        segments = try parser.parseQuery()
    }

    /// The selected nodes in the order of RFC 9535; one node may be selected several times.
    /// - Returns: nil when the query visits too many nodes, as `$..*..*..*` does in a large document.
    func select(in root: SourceNode) -> [JSONPathNode]? {
        var patience = JSONPathPatience(nodes: root.countNodes(atMost: .max))
        return select(in: root, &patience)
    }

    /// - Parameter patience: The remaining cost of queries; reduced by this one.
    func select(in root: SourceNode, _ patience: inout JSONPathPatience) -> [JSONPathNode]? {
        var evaluator = JSONPathEvaluator(root: root, patience: patience)
        let nodes = evaluator.apply(segments, to: [JSONPathNode(value: root, location: nil)])
        patience = evaluator.patience
        return patience.isExhausted ? nil : nodes
    }

    static func == (left: JSONPath, right: JSONPath) -> Bool {
        left.text == right.text
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(text)
    }
}
