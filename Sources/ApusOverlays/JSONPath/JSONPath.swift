import ApusSource

/// A query of RFC 9535: `$.paths.*[?@.deprecated == true]`.
///
/// One extension, which overlays in the wild count on: a hyphen may stand inside a short name (`$.info.x-logo`); no
/// other reading of it exists.
struct JSONPath: Sendable, Hashable {
    /// As written.
    let text: String
    let segments: [JSONPathSegment]

    init(_ text: String) throws(JSONPathError) {
        var parser = JSONPathParser(text)
        self.text = text
        segments = try parser.parseQuery()
    }

    /// The selected nodes in the order of RFC 9535; one node may be selected several times.
    /// - Returns: nil when the query has to look at too many nodes, as `$..*..*..*` does in a large document.
    func select(in root: SourceNode) -> [JSONPathNode]? {
        var patience = JSONPathPatience(nodes: root.countNodes(atMost: .max))
        return select(in: root, &patience)
    }

    /// - Parameter patience: What queries may still cost; less afterwards.
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
