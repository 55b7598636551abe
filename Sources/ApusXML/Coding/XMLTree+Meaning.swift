internal import ApusCodec

extension XMLTree {
    /// The children that a step refers to, among those with its name.
    ///
    /// Where the document declares a namespace, elements in it match. Documents rarely declare one, and servers then
    /// send all elements in another, as a default on the root; so elements without a namespace and in that of the
    /// parent match as well. `<e:name>` next to `<name>` does not match. Alone it matches a document without a declared
    /// namespace: for example the totals of a search within a feed.
    func meant(of named: [XMLTree], by step: XMLStep) -> [XMLTree] {
        named.filter(meaning(of: named, by: step))
    }

    /// Whether one of these children matches.
    func meaning(of named: [XMLTree], by step: XMLStep) -> (XMLTree) -> Bool {
        if let namespace = step.namespace {
            let isExact: (XMLTree) -> Bool = { ($0.namespace ?? "").isSame(as: namespace) }
            if named.contains(where: isExact) { return isExact }
        } else if !named.contains(where: isNative) {
            return { _ in true }
        }
        return isNative
    }

    /// Whether an element among all children has the name of a step and matches it.
    func meaning(among children: [XMLTree], by step: XMLStep) -> (XMLTree) -> Bool {
        let isMeant = meaning(of: children.filter { $0.name.isSame(as: step.name) }, by: step)
        return { $0.name.isSame(as: step.name) && isMeant($0) }
    }

    /// The attribute that a step refers to, by the rule for elements: the one in the step's namespace, or without any
    /// where the step has none; otherwise one without a namespace or in that of the element; otherwise, where the step
    /// has no namespace, the first with the name.
    func attribute(meantBy step: XMLStep) -> XMLAttribute? {
        let named = attributes.filter { $0.name.isSame(as: step.name) }
        let exact = named.first { ($0.namespace ?? "").isSame(as: step.namespace ?? "") }
        return exact ?? named.first { isNative($0.namespace) } ?? (step.namespace == nil ? named.first : nil)
    }

    private func isNative(_ child: XMLTree) -> Bool { isNative(child.namespace) }

    private func isNative(_ other: String?) -> Bool { other.map { $0.isSame(as: namespace ?? "") } ?? true }
}

extension XMLShape {
    /// The part that owns each child; nil where none matches.
    func owners(of children: [XMLTree], in element: XMLTree) -> [Int?] {
        let owners = children.map(owner)
        var named: [Int: [XMLTree]] = [:]
        for (child, owner) in zip(children, owners) {
            if let owner, layout.parts[owner].elementStep != nil { named[owner, default: []].append(child) }
        }
        var meanings: [Int: (XMLTree) -> Bool] = [:]
        for (index, named) in named {
            meanings[index] = layout.parts[index].elementStep.map { element.meaning(of: named, by: $0) }
        }
        return zip(children, owners).map { child, owner in
            owner.flatMap { index in meanings[index]?(child) ?? true ? index : nil }
        }
    }

    /// The positions of children that have a case's name but do not match it, next to a matching one.
    func foreign(among children: [XMLTree], of element: XMLTree) -> Set<Int> {
        let owners = owners(of: children, in: element)
        let meant = Set(owners)
        return Set(
            children.indices.filter { index in
                owners[index] == nil && owner(of: children[index]).map { meant.contains($0) } ?? false
            })
    }

    /// The children that may be the one case of a union: those that match a case; otherwise those with the name of one;
    /// otherwise all. Cases exclude each other, so that an element of another namespace yields to any case in the
    /// element's own.
    func choices(among children: [XMLTree], of element: XMLTree) -> [XMLTree] {
        let known = children.filter { owner(of: $0) != nil }
        let meanings = layout.parts.map { $0.elementStep.map { element.meaning(of: known, by: $0) } }
        let meant = known.filter { child in owner(of: child).flatMap { meanings[$0] }?(child) ?? true }
        return meant.isEmpty ? known.isEmpty ? children : known : meant
    }
}

extension XMLLayout.Part {
    /// The step for elements that the part owns among those of its parent; nil where it has no name for them.
    var elementStep: XMLStep? {
        if step.kind == .element { return step }
        if step.kind == .none, case .list(let item, _) = content, item.kind == .element { return item }
        return nil
    }
}
