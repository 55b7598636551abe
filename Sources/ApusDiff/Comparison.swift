import ApusModel
public import ApusSource
import ApusSpec

/// The differences between two versions of a document.
public enum APIDifference {
    /// - Parameter files: The files of both versions.
    /// - Returns: The changes by their effect, breaking ones first, then by their location.
    public static func find(from old: APIVersion, to new: APIVersion, files: SourceFiles) -> [Change] {
        DocumentStack.run {
            let comparison = Comparison(Side(old, files: files), Side(new, files: files))
            comparison.run()
            return comparison.sorted
        }
    }
}

/// The state of one comparison. Its extensions contain the rules, one file for each area: `Compare/Compare….swift`.
final class Comparison {
    let old: Side
    let new: Side
    var operations: [(old: OperationDecl, new: OperationDecl)] = []
    var types = TypePairs()
    private(set) lazy var lostBefore = findLost(old, { types.newOf[$0] != nil }, operations.map(\.old))
    private(set) lazy var lostAfter = findLost(new, { types.oldOf[$0] != nil }, operations.map(\.new))
    private var changes: [Change] = []
    private var seen: Set<String> = []

    init(_ old: Side, _ new: Side) {
        self.old = old
        self.new = new
    }

    /// Finds what is one operation and one type of both versions.
    func match() {
        operations = OperationPairs.find(old.model.operations, new.model.operations)
        matchTypes()
    }

    func run() {
        match()
        compareClient()
        compareServers()
        compareSchemes()
        compareOperationLists()
        for pair in operations { compare(pair.old, pair.new) }
        compareTypes()
        compareEvents()
    }

    /// The location of a change.
    enum Spot {
        case old(SourceMark?)
        case new(SourceMark?)
    }

    /// Adds a change; a type that several owners show is reported once.
    ///
    /// - Parameters:
    ///   - id: A row of ``ChangeTable``.
    ///   - keeping: The line of the configuration that keeps the old name.
    func report(
        _ id: String, _ symbol: String, to renamed: String? = nil, old: String = "", new: String = "",
        wire: String? = nil, at spot: Spot, keeping suggestion: String? = nil
    ) {
        guard let kind = ChangeTable.find(id) else { return }
        let (mark, isOld): (SourceMark?, Bool) =
            switch spot {
            case .old(let mark): (mark, true)
            case .new(let mark): (mark, false)
            }
        let change = Change(
            kind: kind, symbol: symbol, renamed: renamed, old: ChangeText.clean(old), new: ChangeText.clean(new),
            wire: wire.map(ChangeText.clean), mark: mark, isOld: isOld, suggestion: suggestion)
        if seen.insert(change.fingerprint).inserted { changes.append(change) }
    }

    /// Reports a value that only one or both versions have, and that differs.
    func report<Value: Equatable>(
        _ ids: (added: String, changed: String, removed: String), _ symbol: String, _ before: Value?, _ after: Value?,
        at spot: Spot, describe: (Value) -> String
    ) {
        guard before != after else { return }
        let id = before == nil ? ids.added : after == nil ? ids.removed : ids.changed
        report(
            id, symbol, old: before.map(describe) ?? ChangeText.none, new: after.map(describe) ?? ChangeText.none,
            at: spot)
    }

    /// Reports a flag of which both directions are kinds.
    func report(_ ids: (on: String, off: String), _ symbol: String, _ before: Bool, _ after: Bool, at spot: Spot) {
        if before != after { report(after ? ids.on : ids.off, symbol, at: spot) }
    }

    var sorted: [Change] {
        changes.enumerated().sorted { left, right in
            let (first, second) = (left.element, right.element)
            if first.kind.effect != second.kind.effect { return first.kind.effect < second.kind.effect }
            let positions = [first, second].map { ($0.mark?.file.index ?? 0, $0.mark?.offset ?? 0) }
            return positions[0] == positions[1] ? left.offset < right.offset : positions[0] < positions[1]
        }.map(\.element)
    }
}
