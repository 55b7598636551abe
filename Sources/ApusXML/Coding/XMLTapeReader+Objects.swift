internal import ApusCodec

extension XMLTapeReader {
    /// - Parameter tag: A member that is added unless the element has it: the discriminator, where the element's name
    ///   determines its value.
    mutating func readObject(
        _ element: XMLTree, _ shape: XMLShape, tag: (key: String, value: String)? = nil
    ) throws(XMLProblem) {
        beginObject()
        var known: Set<ByteText> = []
        try readMembers(of: element, shape, &known)
        if let tag, known.insert(ByteText(tag.key)).inserted {
            key(tag.key)
            string(tag.value)
        }
        end()
    }

    /// The members of an element, except those in `known`.
    mutating func readMembers(
        of element: XMLTree, _ shape: XMLShape, _ known: inout Set<ByteText>, isGuess: Bool = false
    ) throws(XMLProblem) {
        let layout = shape.layout
        var children: [[XMLTree]] = Array(repeating: [], count: layout.parts.count)
        var others: [XMLTree] = []
        let all = element.children
        for (child, owner) in zip(all, shape.owners(of: all, in: element)) {
            if let owner { children[owner].append(child) } else { others.append(child) }
        }
        if let collector = shape.collector { swap(&children[collector], &others) }
        for (index, part) in layout.parts.enumerated() where !known.contains(ByteText(part.key)) {
            if try readMember(part, children[index], of: element, isGuess: isGuess) { known.insert(ByteText(part.key)) }
        }
        guard let additional = layout.additional else { return }
        known.formUnion(layout.parts.map { ByteText($0.key) })
        if case .any = additional { readOtherAttributes(of: element, shape.attributes) }
        try readMap(others, additional, known: known)
    }

    /// Returns false where the member is absent.
    private mutating func readMember(
        _ part: XMLLayout.Part, _ children: [XMLTree], of element: XMLTree, isGuess: Bool
    ) throws(XMLProblem) -> Bool {
        switch part.step.kind {
        case .attribute: return readAttribute(part, of: element)
        case .text, .cdata: return readText(part, of: element)
        case .element:
            guard let last = children.last else { return readAbsence(part) }
            key(part.key)
            if case .any = part.content, children.count > 1 {
                try readRepeated(children, .any)
            } else {
                try read(child: last, part.content)
            }
        case .none:
            let isDemanded = part.presence == .required && !isGuess
            guard isDemanded || !children.isEmpty || hasNodes(of: part, element) else { return readAbsence(part) }
            key(part.key)
            try readInPlace(part, children, of: element)
        }
        return true
    }

    private mutating func readInPlace(
        _ part: XMLLayout.Part, _ children: [XMLTree], of element: XMLTree
    ) throws(XMLProblem) {
        if case .list(let item, _) = part.content, item.kind == .element, !children.isEmpty,
            !children.contains(where: { item.fits($0.name, $0.namespace) }),
            children.allSatisfy({ $0.name.isSame(as: part.key) }),
            children.allSatisfy({
                $0.children.allSatisfy { item.fits($0.name, $0.namespace) } && $0.ownAttributes.isEmpty
            }),
            children.contains(where: { !$0.children.isEmpty }) || children.allSatisfy({ XMLText.trim($0.text).isEmpty })
        {
            // Servers wrap lists more often than documents declare.
            try readInPlace(children.flatMap(\.children), of: element, part.content)
        } else if let shape = shape(of: part.content), shape.isChoice {
            guard let last = shape.choices(among: children, of: element).last else { return null() }
            locations.enter(last, at: nil)
            try readChoice(last, shape)
            locations.leave()
        } else {
            try readInPlace(children, of: element, part.content)
        }
    }

    /// Whether the element has attributes or text of a part without a node.
    private func hasNodes(of part: XMLLayout.Part, _ element: XMLTree) -> Bool {
        guard let shape = shape(of: part.content), shape.layout.kind == .object else { return false }
        return element.attributes.contains { shape.attributes.contains(ByteText($0.name)) }
            || shape.layout.parts.contains { $0.step.kind == .text || $0.step.kind == .cdata }
                && !XMLText.trim(element.text).isEmpty
    }

    /// OpenAPI 3.2, "Handling `null` Values": an omitted node is null where the schema requires the member and allows
    /// null.
    private mutating func readAbsence(_ part: XMLLayout.Part) -> Bool {
        guard part.presence == .nullable else { return false }
        key(part.key)
        null()
        return true
    }

    private mutating func readAttribute(_ part: XMLLayout.Part, of element: XMLTree) -> Bool {
        guard let attribute = element.attribute(meantBy: part.step) else { return readAbsence(part) }
        key(part.key)
        locations.enterAttribute(attribute.prefix.map { "\($0):\(attribute.name)" } ?? attribute.name)
        if case .list(_, let word) = part.content {
            beginArray()
            readTokens(attribute.value, word)
            end()
        } else {
            readScalar(attribute.value, part.content)
        }
        locations.leave()
        return true
    }

    /// White space between elements is not text, nor is white space around a CDATA section.
    private mutating func readText(_ part: XMLLayout.Part, of element: XMLTree) -> Bool {
        var text = element.text
        if part.step.kind == .cdata, let sections = element.sections {
            text = sections
        } else if XMLText.trim(text).isEmpty || !element.children.isEmpty {
            text = String(XMLText.trim(text))
        }
        if text.isEmpty, part.presence != .required { return readAbsence(part) }
        key(part.key)
        if case .list(_, let word) = part.content {
            beginArray()
            readTokens(text, word)
            end()
        } else {
            readScalar(text, part.content)
        }
        return true
    }

    /// A member for each name, in document order; of equal names the last, unless the values are arrays.
    mutating func readMap(_ children: [XMLTree], _ content: XMLContent, known: Set<ByteText>) throws(XMLProblem) {
        let owner = locations.namespace
        var names: [ByteText] = []
        var groups: [ByteText: [XMLTree]] = [:]
        for child in children {
            let name = ByteText(XMLNames.qualified(child.name, child.namespace, in: owner))
            if groups[name] == nil { names.append(name) }
            groups[name, default: []].append(child)
        }
        for name in names where !known.contains(name) {
            guard let group = groups[name], let last = group.last else { continue }
            key(name.text)
            switch content {
            case .list(_, let inner): try readRepeated(group, inner)
            case .any where group.count > 1: try readRepeated(group, .any)
            default: try read(child: last, content)
            }
        }
    }

    /// An array of adjacent elements.
    private mutating func readRepeated(_ children: [XMLTree], _ content: XMLContent) throws(XMLProblem) {
        beginArray()
        for (index, child) in children.enumerated() { try read(child: child, at: index + 1, content) }
        end()
    }

    /// Reads any content of an element.
    mutating func readAny(_ element: XMLTree) throws(XMLProblem) {
        if element.children.isEmpty, element.ownAttributes.isEmpty { return string(element.text) }
        beginObject()
        readOtherAttributes(of: element, [])
        let text = element.children.isEmpty ? element.text : String(XMLText.trim(element.text))
        if !text.isEmpty {
            key("#text")
            string(text)
        }
        try readMap(element.children, .any, known: ["#text"])
        end()
    }

    private mutating func readOtherAttributes(of element: XMLTree, _ known: Set<ByteText>) {
        for attribute in element.ownAttributes where !known.contains(ByteText(attribute.name)) {
            key("@" + XMLNames.qualified(attribute.name, attribute.namespace, in: nil))
            string(attribute.value)
        }
    }
}
