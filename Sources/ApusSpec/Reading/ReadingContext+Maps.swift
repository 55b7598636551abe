import ApusSource

/// Maps of names to objects or texts. The names belong to the author, so `x-api-key` is one like any other; only an
/// object with fixed members, and the few maps for which the specification allows it, may have `x-` extensions.
extension ReadingContext {
    /// The entries of the map of objects at a key.
    func entries(_ key: String, in location: NodeLocation) -> [Member] {
        location.member(key).map(entries) ?? []
    }

    /// An entry that begins with `x-` and is not an object is an extension nevertheless; null is an object without
    /// members.
    func entries(_ member: Member) -> [Member] {
        maps(member).flatMap { location in
            (location.node.mapping?.entries ?? []).compactMap { entry -> Member? in
                let member = Member(entry: entry, owner: location)
                if entry.value.isNull { return member.isExtension ? nil : fill(member) }
                return member.isExtension && entry.value.mapping == nil ? nil : member
            }
        }
    }

    /// The entries of `responses`, which may have extensions: no status begins with `x-`.
    func responseEntries(_ location: NodeLocation) -> [Member] {
        (location.node.mapping?.entries ?? []).compactMap { entry in
            let member = Member(entry: entry, owner: location)
            if member.isExtension { return nil }
            return entry.value.isNull ? fill(member) : member
        }
    }

    /// The entries of a map of path items, which may have extensions: an `x-` entry counts where it has an operation.
    func pathEntries(_ member: Member) -> [Member] {
        maps(member).flatMap(pathEntries)
    }

    func pathEntries(_ location: NodeLocation) -> [Member] {
        (location.node.mapping?.entries ?? []).compactMap { entry in
            let member = Member(entry: entry, owner: location)
            if member.isExtension { return hasOperation(member) ? member : nil }
            return entry.value.isNull ? fill(member) : member
        }
    }

    /// The entries of a map of texts.
    func textEntries(_ key: String, in location: NodeLocation) -> [Member] {
        guard let map = object(key, in: location) else { return [] }
        let entries = (map.node.mapping?.entries ?? []).filter { !$0.key.hasPrefix("x-") || $0.value.string != nil }
        return entries.map { Member(entry: $0, owner: map) }
    }

    private func hasOperation(_ member: Member) -> Bool {
        member.node.mapping?.entries.contains { entry in
            member.owner.dialect.methods.contains(entry.key) && entry.value["responses"]?.mapping != nil
        } == true
    }

    /// The mapping at a key; a list of mappings, which may be references, is read as all of them.
    func maps(_ member: Member) -> [NodeLocation] {
        guard let location = followMisplaced(member.location) else { return [] }
        if location.node.mapping != nil { return [location] }
        let elements = (location.node.sequence ?? []).enumerated().map { location.item($0.offset, $0.element) }
        let parts = elements.compactMap(followMisplaced)
        guard !parts.isEmpty, parts.allSatisfy({ $0.node.mapping != nil }) else {
            report(.wrongType(member, expected: "a mapping", reading: nil))
            return []
        }
        report(.wrongType(member, expected: "a mapping", reading: "one mapping of all its elements"))
        return dropRepeated(parts)
    }

    /// For a name in several elements, the first counts; two elements may have different operations of one path.
    private func dropRepeated(_ parts: [NodeLocation]) -> [NodeLocation] {
        var first: [String: SourceMapping.Entry] = [:]
        return parts.map { part in
            let kept = (part.node.mapping?.entries ?? []).filter { entry in
                guard let other = first[entry.key] else {
                    first[entry.key] = entry
                    return true
                }
                if areDisjoint(entry.value, other.value) { return true }
                let member = Member(entry: entry, owner: part)
                report(
                    .duplicateKey(
                        entry.key, at: entry.keyMark, pointer: member.pointer, first: other.keyMark, usesFirst: true))
                return false
            }
            return NodeLocation(
                node: SourceNode(.mapping(SourceMapping(kept)), mark: part.node.mark), resource: part.resource,
                pointer: part.pointer, keyMark: part.keyMark)
        }
    }

    private func areDisjoint(_ left: SourceNode, _ right: SourceNode) -> Bool {
        guard let left = left.mapping, let right = right.mapping else { return false }
        let methods = root.dialect.methods
        let ours = Set(left.keys).intersection(methods)
        let theirs = Set(right.keys).intersection(methods)
        return !ours.isEmpty && !theirs.isEmpty && ours.isDisjoint(with: theirs)
    }

    /// The member with an empty mapping instead of null.
    private func fill(_ member: Member) -> Member {
        report(.wrongType(member, expected: "a mapping", reading: "{}"))
        let empty = SourceNode(.mapping(SourceMapping()), mark: member.node.mark)
        return Member(
            entry: SourceMapping.Entry(key: member.key, keyMark: member.entry.keyMark, value: empty),
            owner: member.owner)
    }
}
