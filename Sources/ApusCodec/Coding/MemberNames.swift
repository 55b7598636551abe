internal import ApusJSON

/// Compares member names without creating strings.
enum MemberNames {
    @inline(__always)
    static func matches(
        _ state: UnsafeMutablePointer<DecodingState>, _ key: Int, _ name: StaticString
    ) -> Bool {
        let entry = state.pointee.entries[key]
        guard entry.length == name.utf8CodeUnitCount else { return false }
        return areEqual(state.pointee.bytes + entry.contentOffset, name.utf8Start, count: entry.length)
    }

    @inline(__always)
    private static func areEqual(_ left: UnsafePointer<UInt8>, _ right: UnsafePointer<UInt8>, count: Int) -> Bool {
        let first = UnsafeRawPointer(left)
        let second = UnsafeRawPointer(right)
        var index = 0
        if count >= 8 {
            while index + 8 <= count {
                guard word(first, index) == word(second, index) else { return false }
                index += 8
            }
            // The last word overlaps bytes that are compared already.
            return word(first, count - 8) == word(second, count - 8)
        }
        while index < count {
            guard left[index] == right[index] else { return false }
            index += 1
        }
        return true
    }

    @inline(__always)
    private static func word(_ pointer: UnsafeRawPointer, _ offset: Int) -> UInt64 {
        pointer.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    }

    /// The maximum number of consecutive combining marks in a dictionary key: `String` orders them to compare and to
    /// hash, in quadratic time. Unicode's own limit for streams is 30 (UAX #15, section 13).
    static let mostMarks = 128

    /// Whether a name may be a dictionary key.
    static func canBeKey(_ name: String) -> Bool { !MarkRun.isLonger(than: mostMarks, in: name) }

    /// Whether no name has escapes and all names are distinct, so that the first match is the only one.
    ///
    /// A filter of 256 bits decides for most objects; where it is full or inconclusive, the hashes are compared. Two
    /// names with equal hashes count as equal, which only disables the fast lookup for that object.
    static func areRegular(_ entries: UnsafePointer<JSONTape.Entry>, object: Int) -> Bool {
        let end = entries[object].end
        // Words in memory: of a vector that is indexed by a variable all bits are written and read again for each name.
        let isDoubtful: Bool? = withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 8) { filter in
            filter.initialize(repeating: 0)
            var doubt: UInt64 = 0
            var key = object + 1
            while key < end {
                let entry = entries[key]
                if entry.hasEscapes { return nil }
                let bit: UInt64 = 1 &<< UInt64(entry.keyHash & 63)
                let word = Int(entry.keyHash >> 6 & 7)
                doubt |= filter[word] & bit
                filter[word] |= bit
                key = entries[key + 1].next(after: key + 1)
            }
            return doubt != 0
        }
        guard let isDoubtful else { return false }
        return !isDoubtful || haveDistinctHashes(entries, object: object)
    }

    private static func haveDistinctHashes(_ entries: UnsafePointer<JSONTape.Entry>, object: Int) -> Bool {
        let count = entries[object].childCount
        return withUnsafeTemporaryAllocation(of: UInt32.self, capacity: count) { hashes in
            var key = object + 1
            for position in 0..<count {
                hashes[position] = entries[key].keyHash
                key = entries[key + 1].next(after: key + 1)
            }
            // Pairwise comparison for the usual dozen of members, sorting for objects that are tables.
            if count > 32 {
                var hashes = hashes
                hashes.sort()
                return (1..<count).allSatisfy { hashes[$0] != hashes[$0 - 1] }
            }
            return (1..<count).allSatisfy { later in !(0..<later).contains { hashes[$0] == hashes[later] } }
        }
    }
}
