import ApusSource

/// A selected value and its location.
struct JSONPathNode: Sendable {
    let value: SourceNode
    /// Nil for the root.
    let location: JSONPathLocation?

    func child(_ key: String, _ value: SourceNode) -> JSONPathNode {
        JSONPathNode(value: value, location: JSONPathLocation(parent: location, step: .key(key)))
    }

    func child(_ index: Int, _ value: SourceNode) -> JSONPathNode {
        JSONPathNode(value: value, location: JSONPathLocation(parent: location, step: .index(index)))
    }

    /// The steps from the root to the node.
    var steps: [JSONPathLocation.Step] {
        var steps: [JSONPathLocation.Step] = []
        var next = location
        while let current = next {
            steps.append(current.step)
            next = current.parent
        }
        return steps.reversed()
    }

    /// RFC 9535 section 2.7: `$['paths']['/pets'][0]`.
    var normalizedPath: String {
        "$" + steps.map(\.normalized).joined()
    }
}
