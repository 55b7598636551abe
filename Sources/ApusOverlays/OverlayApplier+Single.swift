import ApusSource

/// Actions on a single location, which are the majority: they are collected and applied together.
extension OverlayApplier {
    /// Returns whether the action was handled.
    mutating func applyLater(_ action: OverlayAction) -> Bool {
        guard let steps = action.target.singleSteps, let last = steps.last, let found = findWaiting(at: steps) else {
            return false
        }
        switch (action.change, found) {
        case (.update(let value), .change(.replaced(let target))):
            merge(value, into: target, at: steps, action)
            return true
        case (.update(let value), .nothing):
            guard let target = select(action.target, action.targetMark) else { return true }
            guard let node = target.first else { return false }
            merge(value, into: node.value, at: steps, action)
            return true
        case (.remove, .nothing):
            // Elements after a removed one move up.
            guard case .key = last, let target = select(action.target, action.targetMark) else { return false }
            if target.isEmpty { return false }
            pending.set(.removed, at: steps)
            return true
        default: return false
        }
    }

    /// Applies the collected changes.
    mutating func flush() {
        if pending.isEmpty { return }
        var cost = 0
        root = pending.apply(to: root, cost: &cost) ?? root
        patience.spend(written: cost)
        pending = OverlayPending()
    }

    /// nil where the document must be rebuilt first.
    private func findWaiting(at steps: [JSONPathLocation.Step]) -> OverlayPending.Found? {
        switch pending.find(steps) {
        case .beside, .change(.removed): nil
        case let found: found
        }
    }

    private mutating func merge(
        _ value: SourceNode, into target: SourceNode, at steps: [JSONPathLocation.Step], _ action: OverlayAction
    ) {
        guard checkSize(of: value, 1, action), checkDepth(of: value, below: steps.count, action) else { return }
        var merger = OverlayMerger(update: value)
        pending.set(.replaced(merger.merge(into: target)), at: steps)
        patience.spend(written: target.mapping?.count ?? target.sequence?.count ?? 0)
        report(merger.conflicts, of: action)
    }
}

extension JSONPath {
    /// The steps to the single node that the path can select; nil for other paths, and for indexes from the end.
    fileprivate var singleSteps: [JSONPathLocation.Step]? {
        var steps: [JSONPathLocation.Step] = []
        for segment in segments {
            guard segment.isSingular, let selector = segment.selectors.first else { return nil }
            switch selector {
            case .name(let name): steps.append(.key(name))
            case .index(let index) where index >= 0: steps.append(.index(index))
            default: return nil
            }
        }
        return steps
    }
}
