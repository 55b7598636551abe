internal import ApusJSON

extension UnionFit {
    /// Records the names that alternatives declare for members: a member that only another alternative declares is
    /// documented.
    mutating func document(_ alternatives: [UnionAlternative], at index: Int) {
        let entry = state.pointee.entries[index]
        let flat = alternatives.flatMap(\.flattened)
        if entry.kind == .array {
            let elements = flat.compactMap { if case .array(of: let element?) = $0 { element } else { nil } }
            var child = index + 1
            while !elements.isEmpty, child < entry.end {
                document(elements, at: child)
                child = state.pointee.entries[child].next(after: child)
            }
        }
        guard entry.kind == .object else { return }
        let objects = flat.compactMap { if case .object(let object) = $0 { object } else { nil } }
        guard objects.count > 1 else { return }
        state.pointee.document(objects.reduce(into: []) { $0.formUnion($1.names) }, at: index)
        var members: [ByteText: [UnionAlternative]] = [:]
        for object in objects {
            for (name, alternative) in object.members { members[name, default: []].append(alternative) }
        }
        let found = findMembers(at: index)
        for (name, alternatives) in members { if let member = found[name] { document(alternatives, at: member) } }
    }
}

extension UnionAlternative {
    /// The forms of the alternative, without nested unions.
    var flattened: [Shape] {
        switch shape {
        case .optional(let inner): inner.flattened
        case .oneOf(let alternatives): alternatives.flatMap(\.flattened)
        default: [shape]
        }
    }
}
