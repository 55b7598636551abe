internal import ApusJSON

@_documentation(visibility: internal)
extension ValueReader {
    /// Reads a union with a discriminator.
    ///
    /// - Parameters:
    ///   - name: The member that has the discriminator.
    ///   - read: Returns the union for the member's text: numbers and booleans as they are written, "" for any other
    ///     value than these and strings. It is called again with nil, for a value that fits no alternative, where that
    ///     fails.
    public mutating func choose<Union: UnionCoding>(
        by name: StaticString, _ read: (ByteText?, inout ValueReader) -> Union
    ) -> Union {
        guard isReadable else { return read(nil, &self) }
        enter(Union.self, .discriminator(name))
        defer { leave() }
        let noted = state.pointee.notedCount
        let text = ByteText(readDiscriminator(name))
        let value = read(text, &self)
        if state.pointee.hasFailed { return forgive(noted: noted) ? readUnknown(read) : value }
        if state.pointee.observation != nil { observe(value, discriminator: text) }
        return value
    }

    /// Reads a union by the alternative that fits best; of equal ones, the first. Where that fails to decode, the next
    /// one that fits is tried.
    ///
    /// - Parameters:
    ///   - alternatives: The forms of the alternatives, in document order.
    ///   - read: Returns the union with the alternative at this index; nil is a value that fits none.
    public mutating func choose<Union: UnionCoding>(
        _ alternatives: [UnionAlternative], _ read: (Int?, inout ValueReader) -> Union
    ) -> Union {
        guard isReadable else { return read(nil, &self) }
        enter(Union.self, .alternatives(alternatives))
        defer { leave() }
        // The names of elements have already selected the case.
        if let choice = state.pointee.choices?.pointee[index] { return read(choice < 0 ? nil : choice, &self) }
        if let choice = state.pointee.knownChoice(of: Union.self, at: index) {
            return choice < 0 ? readUnknown(read) : read(choice, &self)
        }
        var fit = UnionFit(state: state)
        if state.pointee.isStrict { fit.document(alternatives, at: index) }
        guard let best = fit.findBest(alternatives, at: index) else { return readUnknown(read) }
        let noted = state.pointee.notedCount
        let isLenient = state.pointee.isLenient
        state.pointee.isLenient = false
        defer { state.pointee.isLenient = isLenient }
        let value = read(best, &self)
        if !state.pointee.hasFailed { return value }
        guard forgive(noted: noted) else { return value }
        if let next = chooseNext(fit.rank(alternatives, at: index).dropFirst(), noted: noted, read) { return next }
        state.pointee.isLenient = isLenient
        return readWithGaps(best, noted: noted, read) ?? readUnknown(read)
    }

    /// Reads a value that fits no alternative.
    private mutating func readUnknown<Key, Union: UnionCoding>(
        _ read: (Key?, inout ValueReader) -> Union
    ) -> Union {
        if state.pointee.observation != nil { observeUnknown(Union.self) }
        return read(nil, &self)
    }

    /// nil where no other alternative can be read.
    @inline(never)
    private mutating func chooseNext<Union: UnionCoding>(
        _ alternatives: ArraySlice<Int>, noted: NotedCount, _ read: (Int?, inout ValueReader) -> Union
    ) -> Union? {
        for next in alternatives where state.pointee.mayAttempt {
            let value = read(next, &self)
            if !state.pointee.hasFailed {
                state.pointee.recordChoice(Union.self, at: index, next)
                return value
            }
            guard forgive(noted: noted) else { return value }
        }
        if !state.pointee.drops { state.pointee.recordChoice(Union.self, at: index, -1) }
        return nil
    }

    /// Reads the best alternative without the mismatched values in it, where the client drops mismatches; nil
    /// otherwise.
    private mutating func readWithGaps<Union: UnionCoding>(
        _ best: Int, noted: NotedCount, _ read: (Int?, inout ValueReader) -> Union
    ) -> Union? {
        guard state.pointee.drops, state.pointee.isLenient else { return nil }
        let value = read(best, &self)
        if !state.pointee.hasFailed { return value }
        return forgive(noted: noted) ? nil : value
    }

    /// Withdraws the failure of an alternative; returns false where no other may be tried.
    private mutating func forgive(noted: NotedCount) -> Bool {
        state.pointee.forgive(entries: entry.next(after: index) - index, noted: noted)
    }

    private mutating func readDiscriminator(_ name: StaticString) -> String {
        guard entry.kind == .object else { return "" }
        var object = ObjectReader(state: state, object: index)
        let member = object.find(name)
        guard member >= 0 else { return "" }
        let value = state.pointee.entries[member]
        return value.kind == .object || value.kind == .array || value.kind == .null ? "" : state.pointee.text(of: value)
    }
}
