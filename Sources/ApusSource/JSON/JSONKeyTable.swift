/// One `String` for all equal keys: a document repeats a few dozen keys thousands of times. Open addressing with the
/// hashes of the tape.
struct JSONKeyTable {
    private var slots = [UInt32](repeating: 0, count: 1024)
    private var known: [(hash: UInt32, key: String)] = []

    mutating func find(_ bytes: UnsafeBufferPointer<UInt8>, hash: UInt32) -> String {
        var slot = Int(hash) & (slots.count - 1)
        while slots[slot] != 0 {
            let candidate = known[Int(slots[slot]) - 1]
            if candidate.hash == hash, isSame(candidate.key, bytes) { return candidate.key }
            slot = (slot + 1) & (slots.count - 1)
        }
        let key = String(decoding: bytes, as: UTF8.self)
        known.append((hash, key))
        slots[slot] = UInt32(known.count)
        if known.count * 2 > slots.count { grow() }
        return key
    }

    private func isSame(_ key: String, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var key = key
        return key.withUTF8 { known in
            guard known.count == bytes.count else { return false }
            var offset = 0
            while offset < known.count, known[offset] == bytes[offset] { offset += 1 }
            return offset == known.count
        }
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 4)
        for (index, entry) in known.enumerated() {
            var slot = Int(entry.hash) & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = UInt32(index + 1)
        }
    }
}
