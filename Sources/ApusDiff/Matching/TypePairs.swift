import ApusModel

/// Declared types of two versions that are one.
struct TypePairs {
    private(set) var newOf: [TypeID: TypeID] = [:]
    private(set) var oldOf: [TypeID: TypeID] = [:]

    /// - Returns: False where one of them has a partner.
    mutating func add(_ old: TypeID, _ new: TypeID) -> Bool {
        guard newOf[old] == nil, oldOf[new] == nil else { return false }
        newOf[old] = new
        oldOf[new] = old
        return true
    }
}

extension Comparison {
    /// Pairs types by their locations in the document, then by their Swift names, then by where they are used.
    func matchTypes() {
        var queue: [(TypeID, TypeID)] = []
        let locations = Dictionary(new.order.map { (new.location(of: $0), $0) }) { first, _ in first }
        for id in old.order {
            guard let partner = locations[old.location(of: id)] else { continue }
            if types.add(id, partner) { queue.append((id, partner)) }
        }
        let names = Dictionary(new.order.map { (new.name(of: $0), $0) }) { first, _ in first }
        for id in old.order where types.newOf[id] == nil {
            guard let partner = names[old.name(of: id)] else { continue }
            if types.add(id, partner) { queue.append((id, partner)) }
        }
        for pair in operations { for (left, right) in uses(of: pair) { link(left, right, &queue) } }
        var next = 0
        while next < queue.count {
            let (left, right) = queue[next]
            next += 1
            for (first, second) in members(left, right) { link(first, second, &queue) }
        }
    }

    /// Pairs the declared types at one location of two types, where they have much in common.
    private func link(_ left: TypeRef, _ right: TypeRef, _ queue: inout [(TypeID, TypeID)]) {
        switch (left, right) {
        case (.named(let first), .named(let second)):
            guard types.newOf[first] == nil, types.oldOf[second] == nil, areAlike(first, second) else { return }
            if types.add(first, second) { queue.append((first, second)) }
        case (.array(let first), .array(let second)), (.dictionary(let first), .dictionary(let second)):
            link(first, second, &queue)
        case (.optional(let first), _), (.tristate(let first), _), (.indirect(let first), _):
            link(first, right, &queue)
        case (_, .optional(let second)), (_, .tristate(let second)), (_, .indirect(let second)):
            link(left, second, &queue)
        default: return
        }
    }

    private func uses(of pair: (old: OperationDecl, new: OperationDecl)) -> [(TypeRef, TypeRef)] {
        let parameters = pair.old.parameters.compactMap { before in
            pair.new.parameters.first { $0.key == before.key && $0.location == before.location }.map {
                (before.type, $0.type)
            }
        }
        let renamed = MemberPairs(
            pair.old.parameters, pair.new.parameters, key: { $0.location.rawValue + " " + $0.key }, name: \.key,
            isAlike: {
                $0.location == $1.location && $0.isRequired == $1.isRequired && self.mayBeSame($0.type, $1.type)
            }
        ).renamed.map { ($0.old.type, $0.new.type) }
        let bodies = zip(pair.old.body?.alternatives ?? [], pair.new.body?.alternatives ?? [])
        let successes = Comparison.pairs(pair.old.success.cases, pair.new.success.cases)
        let failures = Comparison.pairs(cases(of: pair.old.failure, old), cases(of: pair.new.failure, new))
        let responses = (successes + failures).flatMap { zip($0.payloads, $1.payloads) }
        return parameters + renamed + (Array(bodies) + responses).map { ($0.type, $1.type) }
    }

    /// Responses of one status, and the only one of each side whatever its status.
    static func pairs(_ old: [ResponseCase], _ new: [ResponseCase]) -> [(ResponseCase, ResponseCase)] {
        if old.count == 1, new.count == 1 { return [(old[0], new[0])] }
        return old.compactMap { before in new.first { $0.status == before.status }.map { (before, $0) } }
    }

    func cases(of failure: FailureRef, _ side: Side) -> [ResponseCase] {
        side.model.failures.find(failure.id)?.cases ?? []
    }

    private func members(_ left: TypeID, _ right: TypeID) -> [(TypeRef, TypeRef)] {
        switch (old.types[left], new.types[right]) {
        case (.structure(let before), .structure(let after)):
            let types = Dictionary(after.properties.map { ($0.key, $0.type) }) { first, _ in first }
            let named = before.properties.compactMap { property in types[property.key].map { (property.type, $0) } }
            let renamed = MemberPairs(
                before.properties, after.properties, key: \.key, name: \.key,
                isAlike: { $0.presence == $1.presence && self.mayBeSame($0.type, $1.type) }
            ).renamed.map { ($0.old.type, $0.new.type) }
            return named + renamed + zip([before.additional].compactMap(\.self), [after.additional].compactMap(\.self))
        case (.union(let before), .union(let after)):
            let types = Dictionary(after.cases.map { ($0.name, $0.type) }) { first, _ in first }
            return before.cases.compactMap { one in types[one.name].map { (one.type, $0) } }
        case (.tuple(let before), .tuple(let after)): return Array(zip(before.items, after.items))
        case (.alias(let before), .alias(let after)): return [(before.target, after.target)]
        default: return []
        }
    }

    /// Whether half of the members of two declarations of one kind are the same.
    private func areAlike(_ left: TypeID, _ right: TypeID) -> Bool {
        guard let first = old.types[left], let second = new.types[right] else { return false }
        let (before, after) = (Set(Self.keys(of: first)), Set(Self.keys(of: second)))
        switch (first, second) {
        case (.structure, .structure), (.enumeration, .enumeration), (.union, .union):
            return 2 * before.intersection(after).count >= max(before.count, after.count)
        case (.tuple, .tuple), (.alias, .alias): return true
        default: return false
        }
    }

    /// Whether both are one type, or two that have much in common and no partners yet: a type that is declared where it is used has the name of
    /// its member.
    private func mayBeSame(_ left: TypeRef, _ right: TypeRef) -> Bool {
        switch (left, right) {
        case (.named(let first), .named(let second)) where types.newOf[first] == nil && types.oldOf[second] == nil:
            areAlike(first, second)
        case (.array(let first), .array(let second)), (.dictionary(let first), .dictionary(let second)),
            (.optional(let first), .optional(let second)):
            mayBeSame(first, second)
        default: isSame(left, right)
        }
    }

    private static func keys(of type: TypeDecl) -> [String] {
        switch type {
        case .structure(let decl): decl.properties.map(\.key)
        case .enumeration(let decl): decl.cases.map(\.name)
        case .union(let decl): decl.cases.map(\.name)
        case .tuple, .alias: []
        }
    }

    /// Whether both are one Swift type, apart from a new name.
    func isSame(_ left: TypeRef, _ right: TypeRef) -> Bool {
        // A changed alias is one change, not one for each use.
        if case .named(let first) = left, case .named(let second) = right, types.newOf[first] == second { return true }
        return switch (old.resolve(left), new.resolve(right)) {
        case (.named(let first), .named(let second)): types.newOf[first] == second
        case (.array(let first), .array(let second)), (.dictionary(let first), .dictionary(let second)),
            (.optional(let first), .optional(let second)), (.tristate(let first), .tristate(let second)):
            isSame(first, second)
        case (let first, let second): first == second
        }
    }
}
