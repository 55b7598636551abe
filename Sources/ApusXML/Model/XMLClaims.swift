internal import ApusCodec

/// The elements and attributes that belong to each part of an owner; parts without a node own those of their own parts.
struct XMLClaims {
    private(set) var elements: [ByteText: [(part: Int, namespace: String?)]] = [:]
    private(set) var attributes: Set<ByteText> = []
    private var visited: Set<ObjectIdentifier> = []

    mutating func add(_ step: XMLStep, _ content: XMLContent, of part: Int) {
        switch (step.kind, content) {
        case (.element, _): elements[ByteText(step.name), default: []].append((part, step.namespace))
        case (.attribute, _): attributes.insert(ByteText(step.name))
        case (.none, .list(let item, let inner)): add(item, inner, of: part)
        case (.none, .layout(let layout)): add(layout, of: part)
        case (.none, .model(let model)) where visited.insert(ObjectIdentifier(model)).inserted:
            var layout = XMLLayout()
            model.describe(&layout)
            add(layout, of: part)
            visited.remove(ObjectIdentifier(model))
        default: break
        }
    }

    private mutating func add(_ layout: XMLLayout, of part: Int) {
        for inner in layout.parts { add(inner.step, inner.content, of: part) }
        if let rest = layout.rest { add(rest.step, rest.content, of: part) }
    }

    /// Servers use the JSON names for elements more often than documents declare.
    mutating func addKeys(of layout: XMLLayout) {
        for (index, part) in layout.parts.enumerated() where elements[ByteText(part.key)] == nil && Self.isNamed(part) {
            elements[ByteText(part.key)] = [(index, nil)]
        }
    }

    /// Lists have a wrapper more often than documents declare.
    private static func isNamed(_ part: XMLLayout.Part) -> Bool {
        if part.step.kind == .none, case .list(let item, _) = part.content { return item.kind == .element }
        return part.step.kind == .element
    }
}
