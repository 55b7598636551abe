internal import ApusJSON

/// Visits the values of a tape in order and maintains the path of each: all paths together cost one walk over the tape,
/// where descending from the root for each would be quadratic.
struct TapeWalk {
    private struct Level {
        let container: Int
        /// The tape index of the member or element that contains the current position.
        var child: Int
        var position = 0
        /// The value of the container, if it was created.
        let tree: JSONValue?

        /// The value of the child, if that of the container was created.
        var childTree: JSONValue? {
            switch tree {
            case .array(let elements): elements.indices.contains(position) ? elements[position] : nil
            case .object(let members): members.indices.contains(position) ? members[position].value : nil
            default: nil
            }
        }
    }

    private let state: DecodingState
    private var open: [Level] = []
    private var index = 0
    /// The value at the current position, if it was created.
    private var made: JSONValue?

    init(_ state: DecodingState) { self.state = state }

    /// Moves to the value with a tape index; cheap where it is not before the current position.
    mutating func move(to target: Int) {
        if target == index { return }
        while let last = open.last, target <= last.container || target >= state.entries[last.container].end {
            leave(last)
        }
        if open.isEmpty { enter(0) }
        while advance(to: target), let level = open.last, level.child < target { enter(level.child) }
        index = target
        made = nil
    }

    /// The value at the current position. It reuses the created value of an enclosing container.
    mutating func tree() -> JSONValue {
        let value = made ?? open.last.flatMap(\.childTree) ?? JSONTree.build(state, at: index)
        made = value
        return value
    }

    /// The path of the current position.
    var path: String {
        var path = TapePath(bytes: state.bytes, entries: state.entries)
        for level in open { path.append(level.child, position: level.position, in: level.container) }
        return path.text
    }

    private mutating func leave(_ level: Level) {
        open.removeLast()
        index = level.container
        made = level.tree
    }

    private mutating func enter(_ container: Int) {
        let kind = state.entries[container].kind
        guard kind == .array || kind == .object else { return }
        var tree = container == index ? made ?? open.last?.childTree : open.last?.childTree
        // The value has one of the members with equal names, and no position for the others.
        if let members = tree?.object, members.count != state.entries[container].childCount { tree = nil }
        open.append(Level(container: container, child: container + (kind == .object ? 2 : 1), tree: tree))
    }

    /// Advances in the innermost container to the child that contains the target; returns false where none does.
    private mutating func advance(to target: Int) -> Bool {
        guard var level = open.popLast() else { return false }
        let isObject = state.entries[level.container].kind == .object
        let first = level.container + (isObject ? 2 : 1)
        if target < level.child - 1 { (level.child, level.position) = (first, 0) }
        let end = state.entries[level.container].end
        while level.child < end {
            let next = state.entries[level.child].next(after: level.child)
            if target < next { break }
            level.child = next + (isObject ? 1 : 0)
            level.position += 1
        }
        open.append(level)
        return level.child < end
    }
}
