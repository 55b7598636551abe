internal import ApusCodec
internal import ApusJSON

extension XMLTreeWriter {
    func entry(_ index: Int) -> JSONTape.Entry { written.tape[index] }

    func text(of index: Int) -> String {
        let entry = entry(index)
        let start = entry.contentOffset
        return written.text.withUnsafeBufferPointer { bytes in
            JSONString.decode(
                UnsafeBufferPointer(rebasing: bytes[start..<start + entry.length]), hasEscapes: entry.hasEscapes)
        }
    }

    func children(of index: Int) -> [Int] {
        var result: [Int] = []
        var child = index + 1
        while child < entry(index).end {
            result.append(child)
            child = entry(child).next(after: child)
        }
        return result
    }

    func members(of index: Int) -> [(key: String, value: Int)] {
        guard entry(index).kind == .object else { return [] }
        var result: [(String, Int)] = []
        var key = index + 1
        while key < entry(index).end {
            result.append((text(of: key), key + 1))
            key = entry(key + 1).next(after: key + 1)
        }
        return result
    }

    /// The text of a scalar, or of several separated by spaces.
    func words(_ index: Int, _ content: XMLContent, in name: String) throws(XMLProblem) -> String {
        switch entry(index).kind {
        case .null: return ""
        case .true: return "true"
        case .false: return "false"
        case .number, .string, .key: return text(of: index)
        case .object: throw XMLProblem(.unwritable, "\(name) is text, which cannot hold an object")
        case .array:
            var words: [String] = []
            for child in children(of: index) { words.append(try self.words(child, content, in: name)) }
            return words.joined(separator: " ")
        }
    }

    func append(_ content: XMLTree.Content, to element: inout XMLTree) {
        if content.text?.isEmpty != true { element.content.append(content) }
    }

    /// The case of a union: by the written type, otherwise by the discriminator, otherwise by the content.
    func findCase(of index: Int, _ shape: XMLShape) -> XMLLayout.Part? {
        let types = written.types[Int(entry(index).offset)] ?? []
        if types.contains(ObjectIdentifier(JSONValue.self)), !hasFreeCase(shape) { return nil }
        let byType = shape.layout.parts.first { part in
            if case .model(let model) = part.content { types.contains(ObjectIdentifier(model)) } else { false }
        }
        if let byType { return byType }
        if let key = shape.layout.discriminatorKey,
            let value = members(of: index).first(where: { $0.key == key })?.value,
            let part = shape.layout.parts.first(where: { $0.values.contains(text(of: value)) })
        {
            return part
        }
        return shape.layout.parts.first { part in fits(entry(index).kind, part.content) }
    }

    private func hasFreeCase(_ shape: XMLShape) -> Bool {
        shape.layout.parts.contains { if case .any = $0.content { true } else { false } }
    }

    private func fits(_ kind: JSONTape.Kind, _ content: XMLContent) -> Bool {
        switch (kind, content) {
        case (.string, .text), (.string, .token), (.string, .base64), (.number, .number), (.true, .boolean),
            (.false, .boolean), (.array, .list), (.object, .map), (_, .any):
            true
        case (.object, .model(let model)): XMLShape.of(model).layout.kind != .tuple
        case (.object, .layout(let layout)): layout.kind != .tuple
        case (.array, .model(let model)): XMLShape.of(model).layout.kind != .object
        case (.array, .layout(let layout)): layout.kind != .object
        default: false
        }
    }
}

// Writes any value, in the form that ``XMLContent/any`` reads.
extension XMLTreeWriter {
    func writeAny(_ index: Int, in element: inout XMLTree, _ depth: Int) throws(XMLProblem) {
        switch entry(index).kind {
        case .object:
            for (key, value) in members(of: index) { try writeAny(value, key: key, &element, depth) }
        case .array: try writeAny(index, named: .element("item"), &element, depth)
        default: try append(.text(words(index, .any, in: element.name)), to: &element)
        }
    }

    func writeAny(_ value: Int, key: String, _ element: inout XMLTree, _ depth: Int) throws(XMLProblem) {
        if key == "#text" { return try append(.text(words(value, .any, in: element.name)), to: &element) }
        if key.first == "@" {
            let (name, namespace) = XMLNames.split(String(key.dropFirst()), in: nil)
            let text = try words(value, .any, in: key)
            return element.attributes.append(XMLAttribute(name, text, namespace: namespace))
        }
        let (name, namespace) = XMLNames.split(key, in: element.namespace)
        let prefix = (namespace ?? "").isSame(as: element.namespace ?? "") ? element.prefix : nil
        let step = namespace.map { XMLStep.element(name, namespace: $0, prefix: prefix) } ?? .element(name)
        try writeAny(value, named: step, &element, depth)
    }

    /// An element, or one for each element of an array.
    func writeAny(_ value: Int, named step: XMLStep, _ element: inout XMLTree, _ depth: Int) throws(XMLProblem) {
        guard entry(value).kind == .array else { return try write(value, step, .any, into: &element, depth: depth + 1) }
        for item in children(of: value) {
            if entry(item).kind == .array {
                var inner = XMLTree(step.name, namespace: step.namespace, prefix: step.prefix)
                try write(item, .any, in: &inner, depth: depth + 1)
                element.content.append(.element(inner))
            } else {
                try write(item, step, .any, into: &element, depth: depth + 1)
            }
        }
    }
}
