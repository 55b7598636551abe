internal import ApusPlatform

/// Whether names and values are documented, by the hash of type and text: facts about types, so later decodings use them again.
///
/// A table of fixed size, in which a later entry replaces one at the same position.
final class ObservationMemory: @unchecked Sendable {
    enum Verdict {
        /// Nothing is known.
        case none
        case documented
        case undocumented
        /// Undocumented, and noted since ``begin()``.
        case noted
    }

    private struct Slot {
        var key: UInt64 = 0
        /// 0: documented; otherwise the period in which it was noted last.
        var period: UInt64 = 0
    }

    private static let count = 1_024
    private let slots: UnsafeMutablePointer<Slot>
    private var period: UInt64 = 1

    init() {
        slots = .allocate(capacity: Self.count)
        slots.initialize(repeating: Slot(), count: Self.count)
    }

    deinit { slots.deallocate() }

    /// Begins a period: everything is noted again.
    func begin() { period += 1 }

    @inline(__always)
    func verdict(of key: UInt64) -> Verdict {
        let slot = slots[Int(truncatingIfNeeded: key & UInt64(Self.count - 1))]
        guard slot.key == key, key != 0 else { return .none }
        return slot.period == 0 ? .documented : slot.period == period ? .noted : .undocumented
    }

    func keep(_ key: UInt64, isDocumented: Bool) {
        slots[Int(truncatingIfNeeded: key & UInt64(Self.count - 1))] = Slot(key: key, period: isDocumented ? 0 : period)
    }
}

extension ObservationMemory {
    /// Memories that no decoding uses.
    private static let idle = Lock<[ObservationMemory]>([])
    private static let mostIdle = 8

    /// Takes a memory for one decoding.
    static func take() -> ObservationMemory {
        let memory = idle.withLock { $0.popLast() } ?? ObservationMemory()
        memory.begin()
        return memory
    }

    /// Gives the memory back after a decoding.
    func giveBack() {
        Self.idle.withLock { if $0.count < Self.mostIdle { $0.append(self) } }
    }
}
