internal import ApusJSON

extension ValueReader {
    /// Notes an enumeration's value that is none of the document's.
    @inline(never)
    func observe<T: APIEnum>(_ value: T) {
        guard isReadable, let observation = state.pointee.observation else { return }
        let content = state.pointee.content(of: entry)
        guard let start = content.baseAddress else { return }
        let hash = JSONKeyHash.shared.hash(start, count: content.count)
        observation.pointee.observe(T.self, hash: UInt64(hash), at: index) { _ in T.allCases.contains(value) }
    }

    /// The decoding is about to fail for an enumeration's value.
    @inline(never)
    func observeClosed<T: APIClosedEnum>(_ type: T.Type) {
        guard isReadable, let observation = state.pointee.observation else { return }
        observation.pointee.noteEnumeration(ofFailure: type)
    }

    /// Notes the alternative that a discriminator selects, if it is the unknown one.
    @inline(never)
    func observe<Union: UnionCoding>(_ value: Union, discriminator text: ByteText) {
        guard isReadable, let observation = state.pointee.observation else { return }
        let count = entry.next(after: index) - index
        observation.pointee.observe(Union.self, hash: text.shortHash, at: index) { observation in
            !observation.mayWrite(entries: count) || !value.isUnknownAlternative
        }
    }

    /// Notes a value that fits no alternative.
    @inline(never)
    func observeUnknown<Union: UnionCoding>(_ type: Union.Type) {
        guard isReadable, let observation = state.pointee.observation else { return }
        observation.pointee.note(unknown: type, at: index)
    }

    /// Begins the value of a union.
    @inline(__always)
    func enter<Union: UnionCoding>(_ type: Union.Type, _ names: @autoclosure () -> ObservedUnion.Names) {
        guard let observation = state.pointee.observation else { return }
        observation.pointee.enter(ObservedUnion(type, at: index, names()))
    }

    /// Ends the value of a union.
    @inline(__always)
    func leave() {
        guard let observation = state.pointee.observation else { return }
        observation.pointee.leave()
    }
}

extension DecodingObservation {
    fileprivate mutating func observe(
        _ type: Any.Type, hash: UInt64, at index: Int, _ isDocumented: (inout DecodingObservation) -> Bool
    ) {
        let identity = JSONKeyHash.shared.combine(Self.identity(of: type), hash)
        switch memory.verdict(of: identity) {
        case .documented, .noted: return
        case .undocumented: break
        case .none:
            if isDocumented(&self) { return memory.keep(identity, isDocumented: true) }
        }
        memory.keep(identity, isDocumented: false)
        note(unknown: type, at: index)
    }

    fileprivate mutating func note(unknown type: Any.Type, at index: Int) {
        // The outer one of two unions has no alternative because the inner one has none.
        if let last = findings.last, last.kind == .value, last.index == index { return }
        note(Finding(.value, index, type))
    }
}

extension ByteText {
    /// A hash that is the same within one process.
    var shortHash: UInt64 {
        var text = text
        return text.withUTF8 { bytes in
            bytes.baseAddress.map { UInt64(JSONKeyHash.shared.hash($0, count: bytes.count)) } ?? 0
        }
    }
}

extension APIValue {
    /// Whether the value is the case of a union for values that fit no alternative.
    package var isUnknownAlternative: Bool {
        var state = EncodingState(style: .storage)
        defer { state.deallocate() }
        state.unknown = []
        JSONEncoding.write(self, to: &state)
        return state.unknown?.contains { $0.offset == 0 && $0.isAlternative } ?? false
    }
}
