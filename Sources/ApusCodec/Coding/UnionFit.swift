internal import ApusJSON

/// Ranks how well the alternatives of a union fit a value. The cost is linear in the number of examined values.
struct UnionFit {
    let state: UnsafeMutablePointer<DecodingState>
    /// The members of objects that several alternatives examine, by index; not of every element of an array.
    private var members: [Int: [ByteText: Int]] = [:]

    private static let mostMembers = 16
    /// The fit of an alternative that accepts any value.
    private static let worst = -1_000_000

    init(state: UnsafeMutablePointer<DecodingState>) { self.state = state }

    mutating func findBest(_ alternatives: [UnionAlternative], at index: Int) -> Int? {
        var best: Int?
        var bestScore = Int.min
        for (position, alternative) in alternatives.enumerated() {
            if let score = rate(alternative, at: index), best == nil || score > bestScore {
                best = position
                bestScore = score
            }
        }
        return best
    }

    /// The indexes of all alternatives that fit, best first.
    mutating func rank(_ alternatives: [UnionAlternative], at index: Int) -> [Int] {
        var found: [(position: Int, score: Int)] = []
        for (position, alternative) in alternatives.enumerated() {
            if let score = rate(alternative, at: index) { found.append((position, score)) }
        }
        return found.sorted { ($0.score, -$0.position) > ($1.score, -$1.position) }.map(\.position)
    }

    private mutating func rate(_ alternative: UnionAlternative, at index: Int) -> Int? {
        if case .any = alternative.shape { return Self.worst }
        return score(alternative, at: index)
    }

    /// How well an alternative fits; nil where it does not.
    private mutating func score(_ alternative: UnionAlternative, at index: Int) -> Int? {
        let entry = state.pointee.entries[index]
        switch (alternative.shape, entry.kind) {
        case (.any, _): return 0
        case (.null, .null), (.boolean, .true), (.boolean, .false), (.number, .number), (.optional, .null): return 1
        case (.optional(let inner), _): return score(inner, at: index)
        case (.oneOf(let alternatives), _):
            var best: Int?
            for alternative in alternatives {
                if let score = score(alternative, at: index) { best = max(best ?? score, score) }
            }
            return best
        case (.constants(let values), _): return isOne(of: values, index) ? 3 : nil
        case (.likely(let values), _): return isOne(of: values, index) ? 3 : hasType(of: values, index) ? 0 : nil
        case (.integer(let least, let most), .number): return isWhole(index, least, most) ? 2 : nil
        case (_, .string): return score(text: alternative.shape, index)
        case (.array(of: let element), .array): return score(elementsOf: index, element)
        case (.tuple(let items, let required, let rest), .array): return score(index, items, required, rest)
        case (.array(of: let element), .object), (.array(of: let element), .number):
            // In a form, an array with one element looks like a value.
            guard state.pointee.scalars == .text else { return nil }
            return element.map { score($0, at: index) } ?? 0
        case (.object(let object), .object): return score(object, at: index)
        default: return nil
        }
    }

    private mutating func score(text shape: UnionAlternative.Shape, _ index: Int) -> Int? {
        switch shape {
        case .string(let least, let most):
            if least == 0, most == .max { return 1 }
            let length = state.pointee.text(of: state.pointee.entries[index]).unicodeScalars.count
            return length >= least && length <= most ? 2 : 0
        case .dateTime: return DateTimeText.fit(state.pointee.content(of: state.pointee.entries[index]))
        case .date: return fits(CalendarDate.init(utf8:), index) ? 2 : nil
        case .uuid: return fits(UUIDText.parse, index) ? 2 : nil
        default: return state.pointee.scalars == .text ? score(untyped: shape, index) : nil
        }
    }

    /// In forms, every scalar is text, and may be an array with one element.
    private mutating func score(untyped shape: UnionAlternative.Shape, _ index: Int) -> Int? {
        let content = state.pointee.content(of: state.pointee.entries[index])
        switch shape {
        case .number: return NumberText.isNumber(content) ? 0 : nil
        case .integer(let least, let most):
            return NumberText.isNumber(content) && isWhole(index, least, most) ? 0 : nil
        case .boolean: return content.elementsEqual("true".utf8) || content.elementsEqual("false".utf8) ? 0 : nil
        case .array(of: let element): return element.map { score($0, at: index) } ?? 0
        default: return nil
        }
    }

    private mutating func score(elementsOf array: Int, _ element: UnionAlternative?) -> Int? {
        guard let element else { return 1 }
        let end = state.pointee.entries[array].end
        var least: Int?
        var index = array + 1
        while index < end {
            guard let score = score(element, at: index) else { return nil }
            least = min(least ?? score, score)
            index = state.pointee.entries[index].next(after: index)
        }
        return (least ?? 0) + 1
    }

    private mutating func score(
        _ array: Int, _ items: [UnionAlternative], _ required: Int, _ rest: UnionAlternative?
    ) -> Int? {
        let entry = state.pointee.entries[array]
        guard entry.childCount >= required else { return nil }
        var total = 1
        var index = array + 1
        var position = 0
        while index < entry.end {
            if let alternative = position < items.count ? items[position] : rest {
                guard let score = score(alternative, at: index) else { return nil }
                total += position < items.count ? score : 0
            } else {
                total -= 1
            }
            position += 1
            index = state.pointee.entries[index].next(after: index)
        }
        return total
    }

    private mutating func score(_ object: ObjectAlternative, at index: Int) -> Int? {
        let found = findMembers(at: index)
        guard object.required.allSatisfy({ found[$0] != nil }) else { return nil }
        var score = object.required.count * 4
        for (name, value) in object.constants {
            guard let member = found[name] else { continue }
            guard isOne(of: value.array ?? [value], member) else { return nil }
            score += 1_000
        }
        for (name, alternative) in object.members {
            guard let member = found[name] else { continue }
            if let points = self.score(alternative, at: member) {
                score += points
            } else if state.pointee.entries[member].kind != .null || object.required.contains(name) {
                return nil
            }
        }
        for (name, member) in found {
            if object.names.contains(name) {
                score += 2
            } else if let values = object.values {
                guard let points = self.score(values, at: member) else { return nil }
                score += min(points, 1)
            } else {
                score -= 1
            }
        }
        return score
    }
}

extension UnionFit {
    /// The members of an object with the tape indexes of their values; of equal names, the last one counts.
    mutating func findMembers(at index: Int) -> [ByteText: Int] {
        if let known = members[index] { return known }
        var found: [ByteText: Int] = [:]
        var key = index + 1
        while key < state.pointee.entries[index].end {
            found[ByteText(state.pointee.text(of: state.pointee.entries[key]))] = key + 1
            key = state.pointee.entries[key + 1].next(after: key + 1)
        }
        if members.count < Self.mostMembers { members[index] = found }
        return found
    }

    private func isOne(of values: [JSONValue], _ index: Int) -> Bool {
        let entry = state.pointee.entries[index]
        if entry.kind == .array || entry.kind == .object { return false }
        let found = JSONTree.build(state.pointee, at: index)
        if values.contains(found) { return true }
        guard state.pointee.scalars == .text, let text = found.string else { return false }
        return values.contains { value in
            (value.number?.text ?? value.bool.map { $0 ? "true" : "false" })?.isSame(as: text) ?? false
        }
    }

    private func hasType(of values: [JSONValue], _ index: Int) -> Bool {
        switch state.pointee.entries[index].kind {
        case .string: state.pointee.scalars == .text || values.contains { $0.string != nil }
        case .number: values.contains { $0.number != nil }
        case .true, .false: values.contains { $0.bool != nil }
        default: false
        }
    }

    private func isWhole(_ index: Int, _ least: Int64, _ most: UInt64) -> Bool {
        let content = state.pointee.content(of: state.pointee.entries[index])
        guard case .whole(let magnitude, let isNegative) = NumberText.integer(content) else { return false }
        return isNegative ? least < 0 && magnitude <= least.magnitude : magnitude <= most
    }

    private func fits<Value>(_ parse: (UnsafeBufferPointer<UInt8>) -> Value?, _ index: Int) -> Bool {
        parse(state.pointee.content(of: state.pointee.entries[index])) != nil
    }
}
