internal import ApusJSON

extension ValueReader {
    /// The text of an object's member that names the alternative; numbers and booleans as they are written; otherwise "".
    public mutating func discriminator(_ name: StaticString) -> String {
        guard isReadable, entry.kind == .object else { return "" }
        var object = ObjectReader(state: state, object: index)
        let member = object.find(name)
        guard member >= 0 else { return "" }
        let value = state.pointee.entries[member]
        return value.kind == .object || value.kind == .array || value.kind == .null ? "" : state.pointee.text(of: value)
    }

    /// The index of the alternative that fits best; of equal ones the first; nil where none fits.
    public mutating func alternative(_ alternatives: [UnionAlternative]) -> Int? {
        guard isReadable else { return nil }
        if let choice = state.pointee.choices?.pointee[index] { return choice < 0 ? nil : choice }
        var best: Int?
        var bestScore = -1
        let members = members(at: index)
        for (position, alternative) in alternatives.enumerated() {
            if let score = score(alternative, at: index, members), best == nil || score > bestScore {
                best = position
                bestScore = score
            }
        }
        return best
    }

    /// How well an alternative fits, or nil where it does not.
    private func score(_ alternative: UnionAlternative, at index: Int, _ members: [String: Int]) -> Int? {
        let entry = state.pointee.entries[index]
        switch (alternative.shape, entry.kind) {
        case (.any, _): return -1_000_000
        case (.null, .null), (.boolean, .true), (.boolean, .false), (.number, .number), (.string, .string): return 1
        case (.integer, .number): return isWhole(index) ? 2 : nil
        case (.dateTime, .string): return DateTimeText.fit(state.pointee.content(of: entry))
        case (.date, .string): return fits(CalendarDate.init(utf8:), index) ? 2 : nil
        case (.uuid, .string): return fits(UUIDText.parse, index) ? 2 : nil
        case (.constants(let values), _): return values.contains(scalar(at: index)) ? 3 : nil
        case (.array(of: nil), .array): return 1
        case (.array(of: let element?), .array):
            if entry.childCount == 0 { return 1 }
            return score(element, at: index + 1, self.members(at: index + 1)).map { $0 + 1 }
        case (.object(let required, let names, let constants), .object):
            return score(members, required: required, names: names, constants: constants)
        default: return nil
        }
    }

    private func score(
        _ members: [String: Int], required: [String], names: Set<String>, constants: [String: JSONValue]
    ) -> Int? {
        guard required.allSatisfy({ members[$0] != nil }) else { return nil }
        var score = required.count * 4
        for (name, value) in constants {
            guard let member = members[name] else { continue }
            if !fits(scalar(at: member), value) { return nil }
            score += 1_000
        }
        for name in members.keys { score += names.contains(name) ? 2 : -1 }
        return score
    }

    /// Several constants are an array; a value of the body's never is one here.
    private func fits(_ found: JSONValue, _ constant: JSONValue) -> Bool {
        if case .array(let values) = constant { values.contains(found) } else { found == constant }
    }

    /// The members of an object with the tape indexes of their values; none for anything else.
    private func members(at index: Int) -> [String: Int] {
        var members: [String: Int] = [:]
        guard state.pointee.entries[index].kind == .object else { return members }
        var key = index + 1
        while key < state.pointee.entries[index].end {
            members[state.pointee.text(of: state.pointee.entries[key])] = key + 1
            key = state.pointee.entries[key + 1].next(after: key + 1)
        }
        return members
    }

    /// Containers as an empty array: constants are scalars.
    private func scalar(at index: Int) -> JSONValue {
        let entry = state.pointee.entries[index]
        if entry.kind == .array || entry.kind == .object { return .array([]) }
        return JSONTree.build(state.pointee, at: index)
    }

    private func isWhole(_ index: Int) -> Bool {
        let content = state.pointee.content(of: state.pointee.entries[index])
        if case .fraction = NumberText.integer(content) { return false }
        return true
    }

    private func fits<Value>(_ parse: (UnsafeBufferPointer<UInt8>) -> Value?, _ index: Int) -> Bool {
        parse(state.pointee.content(of: state.pointee.entries[index])) != nil
    }
}
