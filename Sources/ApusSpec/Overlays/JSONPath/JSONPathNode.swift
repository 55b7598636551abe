import ApusSource

/// A selected value and where it stands.
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

    /// From the root to the node.
    var steps: [JSONPathLocation.Step] {
        var steps: [JSONPathLocation.Step] = []
        var place = location
        while let current = place {
            steps.append(current.step)
            place = current.parent
        }
        return steps.reversed()
    }

    /// RFC 9535 section 2.7: `$['paths']['/pets'][0]`.
    var normalizedPath: String {
        "$" + steps.map(\.normalized).joined()
    }
}

/// A normalized location, linked from the node to the root, so that siblings share all but their last step.
final class JSONPathLocation: Sendable {
    let parent: JSONPathLocation?
    let step: Step

    enum Step: Hashable, Sendable {
        case key(String)
        case index(Int)

        var normalized: String {
            switch self {
            case .index(let index): "[\(index)]"
            case .key(let key): "['\(key.unicodeScalars.map(Self.escape).joined())']"
            }
        }

        private static func escape(_ scalar: Unicode.Scalar) -> String {
            switch scalar {
            case "'": return "\\'"
            case "\\": return "\\\\"
            case "\u{8}": return "\\b"
            case "\u{C}": return "\\f"
            case "\n": return "\\n"
            case "\r": return "\\r"
            case "\t": return "\\t"
            case "\u{0}"..."\u{1F}":
                let digits = String(scalar.value, radix: 16)
                return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: return String(scalar)
            }
        }
    }

    init(parent: JSONPathLocation?, step: Step) {
        self.parent = parent
        self.step = step
    }
}
