internal import ApusCodec
internal import ApusJSON

/// Converts a written value to elements.
struct XMLTreeWriter {
    let written: WrittenTape

    /// The maximum depth of the written text.
    static let depthLimit = 200

    /// The root; nil for an absent member, for which there is no document to write.
    func writeDocument(_ step: XMLStep, _ content: XMLContent) throws(XMLProblem) -> XMLTree? {
        var owner = XMLTree("")
        try write(0, step, content, into: &owner, depth: 0)
        if step.kind == .none, owner.content.isEmpty, owner.attributes.isEmpty { return nil }
        guard let root = owner.children.first, owner.children.count == 1, owner.attributes.isEmpty else {
            throw XMLProblem(.unwritable, "the body is not one element")
        }
        return root
    }

    /// The value of an entry, as a node of the owner.
    func write(
        _ index: Int, _ step: XMLStep, _ content: XMLContent, into owner: inout XMLTree, depth: Int
    ) throws(XMLProblem) {
        guard depth < Self.depthLimit else {
            throw XMLProblem(.tooDeep, "values are nested deeper than \(Self.depthLimit)")
        }
        switch step.kind {
        case .element:
            if case .any = content, entry(index).kind == .array {
                return try writeAny(index, named: step, &owner, depth)
            }
            var element = makeElement(step, in: owner)
            try fill(&element, index, content, depth: depth)
            owner.content.append(.element(element))
        case .attribute:
            guard entry(index).kind != .null else { return }
            let value = try words(index, content, in: step.name)
            owner.attributes.append(
                XMLAttribute(step.name, value, namespace: step.namespace, prefix: step.prefix))
        case .text: try append(.text(words(index, content, in: owner.name)), to: &owner)
        case .cdata: try append(.cdata(words(index, content, in: owner.name)), to: &owner)
        case .none:
            guard entry(index).kind != .null else { return }
            try write(index, content, in: &owner, depth: depth + 1)
        }
    }

    /// An element without a namespace is in that of its parent, unless a prefix binds that.
    private func makeElement(_ step: XMLStep, in owner: XMLTree) -> XMLTree {
        let inherited = owner.prefix == nil ? owner.namespace : nil
        return XMLTree(step.name, namespace: step.namespace ?? inherited, prefix: step.prefix)
    }

    /// OpenAPI 3.2, "Handling `null` Values".
    private func fill(
        _ element: inout XMLTree, _ index: Int, _ content: XMLContent, depth: Int
    ) throws(XMLProblem) {
        if entry(index).kind == .null {
            element.attributes.append(XMLAttribute("nil", "true", namespace: XMLNames.instance, prefix: "xsi"))
        } else {
            try write(index, content, in: &element, depth: depth + 1)
        }
    }

    /// The content of a value, as nodes of the element.
    func write(_ index: Int, _ content: XMLContent, in element: inout XMLTree, depth: Int) throws(XMLProblem) {
        switch content {
        case .text, .token, .number, .boolean, .base64:
            try append(.text(words(index, content, in: element.name)), to: &element)
        case .list(let step, let inner): try writeList(index, step, inner, in: &element, depth: depth)
        case .map(let inner): try writeMap(index, inner, in: &element, depth: depth)
        case .node(let step, let inner): try write(index, step, inner, into: &element, depth: depth)
        case .model(let model): try write(index, XMLShape.of(model), in: &element, depth: depth)
        case .layout(let layout): try write(index, XMLShape(layout), in: &element, depth: depth)
        case .any: try writeAny(index, in: &element, depth)
        }
    }

    private func write(_ index: Int, _ shape: XMLShape, in element: inout XMLTree, depth: Int) throws(XMLProblem) {
        switch shape.layout.kind {
        case .object: try writeObject(index, shape, in: &element, depth: depth)
        case .tuple: try writeTuple(index, shape, in: &element, depth: depth)
        case .union: try writeUnion(index, shape, in: &element, depth: depth)
        }
    }

    private func writeList(
        _ index: Int, _ step: XMLStep, _ content: XMLContent, in element: inout XMLTree, depth: Int
    ) throws(XMLProblem) {
        guard entry(index).kind == .array else { return try write(index, step, content, into: &element, depth: depth) }
        for (position, item) in children(of: index).enumerated() {
            // The words of a list in text.
            if position > 0, step.kind == .text || step.kind == .cdata { append(.text(" "), to: &element) }
            try write(item, step, content, into: &element, depth: depth)
        }
    }

    private func writeMap(
        _ index: Int, _ content: XMLContent, in element: inout XMLTree, depth: Int
    ) throws(XMLProblem) {
        for (key, value) in members(of: index) {
            try writeMember(key, value, content, in: &element, depth: depth)
        }
    }

    /// A member with an arbitrary name.
    private func writeMember(
        _ key: String, _ value: Int, _ content: XMLContent, in element: inout XMLTree, depth: Int
    ) throws(XMLProblem) {
        let (name, namespace) = XMLNames.split(key, in: element.namespace)
        let prefix = (namespace ?? "").isSame(as: element.namespace ?? "") ? element.prefix : nil
        let step = namespace.map { XMLStep.element(name, namespace: $0, prefix: prefix) } ?? .element(name)
        if case .list(_, let inner) = content {
            try writeList(value, step, inner, in: &element, depth: depth)
        } else {
            try write(value, step, content, into: &element, depth: depth)
        }
    }

    private func writeObject(
        _ index: Int, _ shape: XMLShape, in element: inout XMLTree, depth: Int
    ) throws(XMLProblem) {
        guard entry(index).kind == .object else { return try writeAny(index, in: &element, depth) }
        for (key, value) in members(of: index) {
            if let part = shape.part(of: key) {
                try write(value, part.step, part.content, into: &element, depth: depth)
            } else if case .any = shape.layout.additional ?? .any {
                try writeAny(value, key: key, &element, depth)
            } else {
                try writeMember(key, value, shape.layout.additional ?? .any, in: &element, depth: depth)
            }
        }
    }

    private func writeTuple(
        _ index: Int, _ shape: XMLShape, in element: inout XMLTree, depth: Int
    ) throws(XMLProblem) {
        guard entry(index).kind == .array else { return try writeAny(index, in: &element, depth) }
        for (position, item) in children(of: index).enumerated() {
            guard let part = position < shape.layout.parts.count ? shape.layout.parts[position] : shape.layout.rest
            else {
                continue
            }
            try write(item, part.step, part.content, into: &element, depth: depth)
        }
    }

    private func writeUnion(
        _ index: Int, _ shape: XMLShape, in element: inout XMLTree, depth: Int
    ) throws(XMLProblem) {
        if let part = findCase(of: index, shape) {
            try write(index, part.step, part.content, into: &element, depth: depth)
        } else if shape.isChoice {
            try writeMap(index, .any, in: &element, depth: depth)
        } else {
            try writeAny(index, in: &element, depth)
        }
    }
}
