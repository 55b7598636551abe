internal import ApusJSON

extension ObjectReader {
    /// The tape index of the member's value, or -1.
    @inline(__always)
    mutating func find(_ name: StaticString) -> Int {
        if cursor < end, isRegular, MemberNames.matches(state, cursor, name) {
            if state.pointee.hasFailed { return -1 }
            return advance(past: cursor, ordinal)
        }
        return findElsewhere(name)
    }

    @inline(never)
    private mutating func findElsewhere(_ name: StaticString) -> Int {
        if state.pointee.hasFailed { return -1 }
        guard isRegular else { return findLast(name) }
        var key = cursor
        var position = ordinal
        while key < end {
            if MemberNames.matches(state, key, name) { return advance(past: key, position) }
            key = state.pointee.entries[key + 1].next(after: key + 1)
            position += 1
        }
        key = object + 1
        position = 0
        while key < cursor {
            if MemberNames.matches(state, key, name) { return advance(past: key, position) }
            key = state.pointee.entries[key + 1].next(after: key + 1)
            position += 1
        }
        return -1
    }

    /// For objects with escapes in names or with equal names: compares all names, unescaped, and returns the last.
    private mutating func findLast(_ name: StaticString) -> Int {
        let wanted = name.description
        var found = -1
        var key = object + 1
        var position = 0
        while key < end {
            // Creates strings only for names with escapes: an object may have millions of others.
            let hasEscapes = state.pointee.entries[key].hasEscapes
            if hasEscapes
                ? state.pointee.text(of: state.pointee.entries[key]).utf8.elementsEqual(wanted.utf8)
                : MemberNames.matches(state, key, name)
            {
                found = key + 1
                markSeen(position)
            }
            key = state.pointee.entries[key + 1].next(after: key + 1)
            position += 1
        }
        return found
    }

    @inline(__always)
    private mutating func advance(past key: Int, _ position: Int) -> Int {
        let value = key + 1
        markSeen(position)
        cursor = state.pointee.entries[value].next(after: value)
        ordinal = position + 1
        return value
    }

    @inline(__always)
    private mutating func markSeen(_ position: Int) {
        if position < 64 {
            seen |= 1 << UInt64(truncatingIfNeeded: position)
        } else {
            markSeenBeyond(position)
        }
    }

    @inline(never)
    private mutating func markSeenBeyond(_ position: Int) {
        if seenBeyond == nil { seenBeyond = [] }
        seenBeyond?.insert(position)
    }

    func isSeen(_ position: Int) -> Bool {
        position < 64 ? seen & 1 << UInt64(position) != 0 : seenBeyond?.contains(position) ?? false
    }
}
