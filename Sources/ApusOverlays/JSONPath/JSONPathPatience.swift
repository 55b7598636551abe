/// The allowed cost of the queries of a run, in proportion to the size of the document.
struct JSONPathPatience: Sendable {
    /// The number of nodes that may still be visited. Comparisons and patterns count by their length.
    private var nodes: Int
    /// The maximum number of nodes that one segment may select.
    private let selectionLimit: Int

    /// The number of regular expression steps, or bytes of text, that cost as much as a node.
    private static let stepsOfNode = 16

    /// - Parameter nodes: The number of nodes of the documents to query.
    init(nodes: Int) {
        self.nodes = 500_000 + 50 * min(nodes, 1_000_000)
        selectionLimit = 100_000 + 4 * nodes
    }

    /// Whether the search was abandoned; its result is then invalid.
    var isExhausted: Bool {
        nodes < 0
    }

    mutating func spend(_ count: Int) {
        nodes -= min(count, nodes + 1)
    }

    /// The number of regular expression steps before the search is abandoned.
    var stepsLeft: Int {
        max(0, nodes) * Self.stepsOfNode
    }

    /// - Parameter steps: The steps of a regular expression; the maximum where there are too many to count.
    mutating func spend(steps: Int) {
        spend(1 + steps / Self.stepsOfNode)
    }

    /// - Parameter written: The number of members and elements that a change writes.
    mutating func spend(written count: Int) {
        spend(count / 4)
    }

    /// Checks the number of nodes selected so far by a segment.
    mutating func check(selected count: Int) {
        if count > selectionLimit { nodes = -1 }
    }
}
