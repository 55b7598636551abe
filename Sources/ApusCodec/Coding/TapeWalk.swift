internal import ApusJSON

/// Goes from value to value of a tape in their order, and knows the path of each: all of them cost one walk over the tape, where finding each
/// from the root would take the square of their number.
struct TapeWalk {
    private struct Level {
        let container: Int
        /// The tape index of the member or element that holds the place.
        var child: Int
        var position = 0
        /// The value of the container, where it was made.
        let tree: JSONValue?

        /// The value of the child, where that of the container was made.
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
    private var place = 0
    /// The value at the place, where it was made.
    private var made: JSONValue?

    init(_ state: DecodingState) { self.state = state }

    /// Goes to the value with a tape index; cheap where it is not before the place.
    mutating func move(to target: Int) {
        if target == place { return }
        while let last = open.last, target <= last.container || target >= state.entries[last.container].end {
            leave(last)
        }
        if open.isEmpty { enter(0) }
        while advance(to: target), let level = open.last, level.child < target { enter(level.child) }
        place = target
        made = nil
    }

    /// The value at the place. What was made of a value around it is part of that.
    mutating func tree() -> JSONValue {
        let value = made ?? open.last.flatMap(\.childTree) ?? JSONTree.build(state, at: place)
        made = value
        return value
    }

    /// The path of the place.
    var path: String {
        var path = TapePath(bytes: state.bytes, entries: state.entries)
        for level in open { path.append(level.child, position: level.position, in: level.container) }
        return path.text
    }

    private mutating func leave(_ level: Level) {
        open.removeLast()
        place = level.container
        made = level.tree
    }

    private mutating func enter(_ container: Int) {
        let kind = state.entries[container].kind
        guard kind == .array || kind == .object else { return }
        var tree = container == place ? made ?? open.last?.childTree : open.last?.childTree
        // The value has one member of those with equal names, and no place of its own for the others.
        if let members = tree?.object, members.count != state.entries[container].childCount { tree = nil }
        open.append(Level(container: container, child: container + (kind == .object ? 2 : 1), tree: tree))
    }

    /// Goes on in the innermost container to what holds the target; false where nothing does.
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
