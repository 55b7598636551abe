import ApusSource

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

        /// Keys are compared by their bytes, like those of mappings.
        static func == (left: Step, right: Step) -> Bool {
            switch (left, right) {
            case (.key(let left), .key(let right)): SourceKey(left) == SourceKey(right)
            case (.index(let left), .index(let right)): left == right
            default: false
            }
        }

        func hash(into hasher: inout Hasher) {
            switch self {
            case .key(let key): hasher.combine(SourceKey(key))
            case .index(let index): hasher.combine(index)
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
