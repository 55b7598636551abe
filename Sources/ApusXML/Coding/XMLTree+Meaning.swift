internal import ApusRuntime

extension XMLTree {
    /// Of children with the name of a step, those that it means.
    ///
    /// Where the document names a namespace, the elements in it are meant. Documents seldom name one, and servers then send all in another,
    /// as a default on the root; so elements without a namespace and in that of the element around are meant, too. `<e:name>` beside `<name>` is
    /// something else. Alone it is what a document means that names no namespace: that of a search's totals within a feed.
    func meant(of named: [XMLTree], by step: XMLStep) -> [XMLTree] {
        named.filter(meaning(of: named, by: step))
    }

    /// Whether one of those children is meant.
    func meaning(of named: [XMLTree], by step: XMLStep) -> (XMLTree) -> Bool {
        if let namespace = step.namespace {
            let isExact: (XMLTree) -> Bool = { ($0.namespace ?? "").isSame(as: namespace) }
            if named.contains(where: isExact) { return isExact }
        } else if !named.contains(where: isNative) {
            return { _ in true }
        }
        return isNative
    }

    private func isNative(_ child: XMLTree) -> Bool {
        child.namespace.map { $0.isSame(as: namespace ?? "") } ?? true
    }
}

extension XMLLayout.Part {
    /// The step whose elements the part takes from among those of its owner; nil where it has no name for them.
    var elementStep: XMLStep? {
        if step.kind == .element { return step }
        if step.kind == .none, case .list(let item, _) = content, item.kind == .element { return item }
        return nil
    }
}
