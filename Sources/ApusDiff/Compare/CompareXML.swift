import ApusModel

/// The nodes of values in XML bodies.
extension Comparison {
    func compareRoots(_ left: Payload, _ right: Payload, _ symbol: String, at spot: Spot) {
        guard let first = left.xml, let second = right.xml, left.coding == right.coding else { return }
        if first.name != second.name || first.namespace != second.namespace {
            report(
                "xml-root-changed", symbol, old: Self.describe(root: first), new: Self.describe(root: second), at: spot)
        }
    }

    private static func describe(root: XMLNodeDecl) -> String {
        "<\(root.name)>" + (root.namespace.map { " of " + $0 } ?? "")
    }

    func compareNodes(_ left: XMLNodeDecl?, _ right: XMLNodeDecl?, _ symbol: String, at spot: Spot) {
        guard let left, let right, left != right else { return }
        if left.inner.isEmpty != right.inner.isEmpty || Self.isWrapped(left) != Self.isWrapped(right) {
            report("xml-wrapping-changed", symbol, old: Self.shape(of: left), new: Self.shape(of: right), at: spot)
            return
        }
        let (first, second) = (Self.named(left), Self.named(right))
        if first.kind != second.kind {
            report(
                "xml-node-changed", symbol, old: Self.describe(first.kind), new: Self.describe(second.kind), at: spot)
        }
        if first.name != second.name {
            report(
                "xml-name-changed", symbol, old: first.name, new: second.name, at: spot)
        }
        if first.namespace != second.namespace {
            report(
                "xml-namespace-changed", symbol, old: first.namespace ?? ChangeText.none,
                new: second.namespace ?? ChangeText.none, at: spot)
        }
        if first.prefix != second.prefix {
            report(
                "xml-prefix-changed", symbol, old: first.prefix ?? ChangeText.none,
                new: second.prefix ?? ChangeText.none,
                at: spot
            )
        }
    }

    /// The node with the name: a list that is not wrapped has that of its elements.
    private static func named(_ node: XMLNodeDecl) -> XMLNodeDecl {
        node.kind == .none ? node.items.first ?? node : node
    }

    private static func isWrapped(_ node: XMLNodeDecl) -> Bool {
        node.kind != .none && !node.items.isEmpty
    }

    private static func shape(of node: XMLNodeDecl) -> String {
        isWrapped(node) || !node.inner.isEmpty ? "an element around its values" : "its values alone"
    }

    private static func describe(_ kind: XMLNodeDecl.Kind) -> String {
        switch kind {
        case .element: "an element"
        case .attribute: "an attribute"
        case .text: "text"
        case .cdata: "a CDATA section"
        case .none: "no node"
        }
    }
}
