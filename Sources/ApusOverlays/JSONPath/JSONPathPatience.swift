/// What the queries of a run may cost, so that a path of a few characters takes no more than a document of its size is worth.
struct JSONPathPatience: Sendable {
    /// Nodes that may still be looked at. Comparisons and patterns count by their length.
    private var nodes: Int
    /// Nodes that one segment may select.
    private let selectionLimit: Int

    /// Steps of a regular expression, or bytes of a text, that take as long as a node.
    private static let stepsOfNode = 16

    /// - Parameter nodes: Those of the documents that queries run over.
    init(nodes: Int) {
        self.nodes = 500_000 + 50 * min(nodes, 1_000_000)
        selectionLimit = 100_000 + 4 * nodes
    }

    /// Whether the search was given up; what was found then means nothing.
    var isExhausted: Bool {
        nodes < 0
    }

    mutating func take(_ count: Int) {
        nodes -= min(count, nodes + 1)
    }

    /// Steps that a regular expression may take before the search is given up.
    var stepsLeft: Int {
        max(0, nodes) * Self.stepsOfNode
    }

    /// - Parameter steps: Of a regular expression; beyond all numbers where there are too many to count.
    mutating func take(steps: Int) {
        take(1 + steps / Self.stepsOfNode)
    }

    /// - Parameter written: Members and elements that a change writes anew.
    mutating func take(written count: Int) {
        take(count / 4)
    }

    /// Looks at what a segment has selected so far.
    mutating func check(selected count: Int) {
        if count > selectionLimit { nodes = -1 }
    }
}
