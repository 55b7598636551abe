extension SourceNode {
    /// Whether both represent the same JSON value, ignoring marks and the order of members; numbers compare by value
    /// (`1` and `1.0` are equal, RFC 9535 section 2.3.5.2.2). The reader's limit bounds the depth.
    public func isEqual(to other: SourceNode) -> Bool {
        if self === other { return true }
        switch (content, other.content) {
        case (.null, .null): return true
        case (.boolean(let left), .boolean(let right)): return left == right
        case (.number(let left), .number(let right)): return left.hasSameValue(as: right)
        case (.string(let left), .string(let right)): return SourceKey.areSame(left, right)
        case (.sequence(let left), .sequence(let right)):
            return left.count == right.count && zip(left, right).allSatisfy { $0.isEqual(to: $1) }
        case (.mapping(let left), .mapping(let right)):
            return left.count == right.count
                && left.entries.allSatisfy { entry in right[entry.key].map { entry.value.isEqual(to: $0) } ?? false }
        default: return false
        }
    }

    /// Equal for nodes that ``isEqual(to:)`` treats as equal. Differs between processes, like every `Hasher`.
    public var structuralHash: Int {
        var hasher = Hasher()
        hashStructure(into: &hasher)
        return hasher.finalize()
    }

    private func hashStructure(into hasher: inout Hasher) {
        switch content {
        case .null: hasher.combine(0)
        case .boolean(let value): hasher.combine(value)
        case .number(let value): hasher.combine(value.double)
        case .string(let value): hasher.combine(SourceKey(value))
        case .sequence(let items):
            hasher.combine(items.count)
            for item in items { item.hashStructure(into: &hasher) }
        case .mapping(let mapping):
            // Members in any order form the same object, so their hashes are added, not chained.
            var sum = mapping.count
            for entry in mapping.entries {
                var member = Hasher()
                member.combine(SourceKey(entry.key))
                entry.value.hashStructure(into: &member)
                sum &+= member.finalize()
            }
            hasher.combine(sum)
        }
    }
}

extension SourceNumber {
    /// Compares numbers; whole numbers beyond 2^53 compare exactly, unlike their nearest `Double`.
    func hasSameValue(as other: SourceNumber) -> Bool {
        if text == other.text { return true }
        if let left = integer, let right = other.integer { return left == right }
        return double == other.double
    }
}
