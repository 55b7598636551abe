internal import ApusJSON

extension ObjectReader {
    /// Notes the members that were not read, where differences are observed.
    @inline(__always)
    func observe<T>(_ type: T.Type) {
        guard let observation = state.pointee.observation, object >= 0 else { return }
        if state.pointee.hasFailed { return observation.pointee.noteModel(ofFailure: type) }
        guard state.pointee.entries[object].childCount > seen.nonzeroBitCount + (seenBeyond?.count ?? 0), !readsRest,
            // A schema without members describes none.
            MemoryLayout<T>.size > 0
        else { return }
        observeUnseen(type, &observation.pointee)
    }

    @inline(never)
    private func observeUnseen(_ type: Any.Type, _ observation: inout DecodingObservation) {
        let place = observation.place(of: type, at: object)
        var key = object + 1
        var position = 0
        while key < end {
            if !isSeen(position), !observeMember(key, of: type, place, &observation) { return }
            key = state.pointee.entries[key + 1].next(after: key + 1)
            position += 1
        }
    }

    /// - Returns: false where no further member of the type is noted.
    private func observeMember(
        _ key: Int, of type: Any.Type, _ place: UInt64, _ observation: inout DecodingObservation
    ) -> Bool {
        let entry = state.pointee.entries[key]
        let hash = UInt64(entry.keyHash) | UInt64(truncatingIfNeeded: entry.length) << 32
        let identity = JSONKeyHash.shared.combine(place, hash)
        switch observation.memory.verdict(of: identity) {
        case .documented, .noted: return true
        case .undocumented: break
        case .none:
            let isDocumented = observation.isDocumented(key, of: object, state.pointee)
            observation.memory.keep(identity, isDocumented: isDocumented)
            if isDocumented { return true }
        }
        guard observation.note(.init(.member, object, type, .key(key), hash: hash)) else { return false }
        observation.memory.keep(identity, isDocumented: false)
        return true
    }
}
