import ApusSource

/// Applies actions to a document, which it alone changes.
struct OverlayApplier {
    /// The document without ``pending`` changes.
    var root: SourceNode
    /// Changes to apply before the next query over the document.
    var pending = OverlayPending()
    private let limits: SourceLimits
    private(set) var diagnostics: Diagnostics
    /// The budget for the queries of all actions.
    var patience: JSONPathPatience
    /// An upper bound of the number of values without sharing, because copies of copies could otherwise grow without
    /// limit.
    private var size: Int?

    init(root: SourceNode, limits: SourceLimits, diagnostics: Diagnostics) {
        self.root = root
        self.limits = limits
        self.diagnostics = diagnostics
        patience = JSONPathPatience(nodes: root.countNodes(atMost: limits.nodes))
    }

    mutating func apply(_ action: OverlayAction) {
        if applyLater(action) { return }
        flush()
        guard let targets = select(action.target, action.targetMark) else { return }
        if targets.isEmpty {
            let nearest = suggest(for: action.target)
            diagnostics.report(.overlayTargetUnmatched(action.target.text, nearest: nearest, at: action.targetMark))
            return
        }
        switch action.change {
        case .nothing: return
        case .remove: remove(targets, action)
        case .update(let value): merge(value, into: targets, action)
        case .copy(let path, let mark):
            guard let sources = select(path, mark) else { return }
            guard sources.count == 1 else {
                diagnostics.report(.ambiguousCopy(sources.count, at: mark))
                return
            }
            merge(sources[0].value, into: targets, action)
        }
    }

    mutating func select(_ path: JSONPath, _ mark: SourceMark) -> [JSONPathNode]? {
        if let nodes = path.select(in: root, &patience) { return nodes }
        diagnostics.report(
            .invalidOverlay(
                "this JSONPath, with those before it, looks at too many values", at: mark,
                hint: "use .. and filters once in a path, short patterns, and one action for many values"))
        return nil
    }

    private mutating func remove(_ targets: [JSONPathNode], _ action: OverlayAction) {
        let edits = OverlayEdit(targets: targets)
        if edits.isTarget {
            diagnostics.report(
                .invalidOverlay("the root of a document cannot be removed", at: action.targetMark))
            return
        }
        root = edits.removeTargets(from: root)
        patience.spend(written: edits.written)
    }

    private mutating func merge(_ value: SourceNode, into targets: [JSONPathNode], _ action: OverlayAction) {
        let edits = OverlayEdit(targets: targets)
        guard checkSize(of: value, edits.count, action),
            checkDepth(of: value, below: targets.map(\.steps.count).max() ?? 0, action)
        else { return }
        var merger = OverlayMerger(update: value)
        root = edits.mergeTargets(of: root, with: &merger)
        patience.spend(written: edits.written)
        report(merger.conflicts, of: action)
    }

    mutating func report(_ conflicts: [OverlayMerger.Conflict], of action: OverlayAction) {
        for conflict in conflicts { diagnostics.report(.overlayConflict(conflict, target: action.targetMark)) }
    }

    mutating func checkDepth(of value: SourceNode, below levels: Int, _ action: OverlayAction) -> Bool {
        let depth = levels + value.height
        if depth <= limits.depth { return true }
        diagnostics.report(
            .invalidOverlay("the change nests values more than \(limits.depth) levels deep", at: action.targetMark))
        return false
    }

    mutating func checkSize(of value: SourceNode, _ count: Int, _ action: OverlayAction) -> Bool {
        let before = size ?? root.countNodes(atMost: limits.nodes)
        let added = value.countNodes(atMost: limits.nodes).multipliedReportingOverflow(by: count)
        let sum = before.addingReportingOverflow(added.partialValue)
        if !added.overflow, !sum.overflow, sum.partialValue <= max(limits.nodes, before) {
            size = sum.partialValue
            return true
        }
        diagnostics.report(
            .invalidOverlay("the change makes the document larger than \(limits.nodes) values", at: action.targetMark))
        return false
    }
}

extension SourceNode {
    /// Levels of the tree; its creator bounds the depth.
    var height: Int {
        switch content {
        case .sequence(let items): 1 + (items.map(\.height).max() ?? 0)
        case .mapping(let mapping): 1 + (mapping.entries.map(\.value.height).max() ?? 0)
        case .null, .boolean, .number, .string: 1
        }
    }

    /// The number of values of the tree, shared ones counted at each use; counting stops at the limit.
    func countNodes(atMost limit: Int) -> Int {
        var count = 0
        var waiting = [self]
        while let node = waiting.popLast(), count < limit {
            count += 1
            if let items = node.sequence { waiting += items }
            if let mapping = node.mapping { waiting += mapping.entries.map(\.value) }
        }
        return count
    }
}

extension Diagnostic {
    static func overlayTargetUnmatched(_ path: String, nearest: String?, at mark: SourceMark) -> Diagnostic {
        Diagnostic(
            id: "overlay-target-unmatched", severity: .warning, message: "the target \(path) selects nothing",
            mark: mark,
            hint: "the action changes nothing; "
                + (nearest.map { "did you mean \"\($0)\"?" }
                    ?? "check the path against the document, or remove the action"))
    }

    static func ambiguousCopy(_ count: Int, at mark: SourceMark) -> Diagnostic {
        invalidOverlay("copy selects one value, but this selects \(count == 0 ? "none" : "\(count)")", at: mark)
    }

    static func overlayConflict(_ conflict: OverlayMerger.Conflict, target: SourceMark) -> Diagnostic {
        Diagnostic(
            id: "overlay-conflict", severity: .error,
            message: "cannot merge \(conflict.update.kindName) into \(conflict.target.kindName)",
            mark: conflict.update.mark, hint: "remove the old value in an action of its own, before this one",
            related: [
                Diagnostic.Related(mark: conflict.target.mark, message: "the value to change"),
                Diagnostic.Related(mark: target, message: "selected by this target"),
            ])
    }
}
