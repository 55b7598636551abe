internal import ApusCodec
internal import ApusJSON

extension XMLTapeReader {
    /// One of several elements, whose name selects the case. An element with an unknown name is kept as an object with
    /// this element only.
    mutating func readChoice(_ element: XMLTree, _ shape: XMLShape) throws(XMLProblem) {
        guard let index = shape.owner(of: element), shape.layout.parts.indices.contains(index) else {
            choices[builder.count] = -1
            beginObject()
            key(element.name)
            try read(element, .any)
            end()
            return
        }
        choices[builder.count] = index
        let part = shape.layout.parts[index]
        if element.isNil { return null() }
        if let tag = shape.layout.discriminatorKey, let value = part.values.first,
            let inner = self.shape(of: part.content), inner.layout.kind == .object
        {
            try readObject(element, inner, tag: (tag, value))
        } else {
            try read(element, part.content)
        }
    }

    /// The same inside the union's own element.
    mutating func readChoice(among children: [XMLTree], of owner: XMLTree, _ shape: XMLShape) throws(XMLProblem) {
        guard let child = shape.choices(among: children, of: owner).first else {
            return try readAny(owner)
        }
        locations.enter(child, at: nil)
        try readChoice(child, shape)
        locations.leave()
    }

    /// A union whose cases share one node: the discriminator decides, otherwise the element's content. The selected
    /// case is preliminary: the model decides by the members, so members of other cases are included.
    mutating func readUnion(_ element: XMLTree, _ shape: XMLShape) throws(XMLProblem) {
        let parts = flatten(shape.layout.parts, depth: 0)
        let objects = parts.compactMap { self.shape(of: $0.content) }
        if let key = shape.layout.discriminatorKey {
            let value = objects.compactMap { self.value(of: key, in: element, $0) }.first
            let index = shape.layout.parts.firstIndex { part in
                value.map { value in part.values.contains { $0.isSame(as: value) } } ?? false
            }
            guard let index = index ?? shape.layout.fallback, shape.layout.parts.indices.contains(index) else {
                // An unknown case is kept as a whole.
                return try readAny(element)
            }
            return try read(element, shape.layout.parts[index].content)
        }
        let hasStructure = !element.children.isEmpty || !element.ownAttributes.isEmpty
        let scalars = parts.filter(\.content.isScalar)
        let list = parts.first { if case .list = $0.content { true } else { false } }
        if !objects.isEmpty, hasStructure || scalars.isEmpty && list == nil {
            try readObject(element, objects)
        } else if let list, hasStructure || scalars.isEmpty {
            try read(element, list.content)
        } else if let map = parts.first(where: { if case .map = $0.content { true } else { false } }), hasStructure {
            try read(element, map.content)
        } else if hasStructure || scalars.isEmpty {
            try readAny(element)
        } else {
            readScalar(element.text, amongst: scalars)
        }
    }

    /// The cases of nested unions; a union that contains itself is expanded once.
    private func flatten(_ parts: [XMLLayout.Part], depth: Int) -> [XMLLayout.Part] {
        parts.flatMap { part -> [XMLLayout.Part] in
            guard depth < 8, let inner = shape(of: part.content), inner.layout.kind == .union else { return [part] }
            return flatten(inner.layout.parts, depth: depth + 1)
        }
    }

    private mutating func readObject(_ element: XMLTree, _ cases: [XMLShape]) throws(XMLProblem) {
        let first = findBest(element, cases)
        if cases[first].layout.kind == .tuple { return try readTuple(element, cases[first]) }
        beginObject()
        var known: Set<ByteText> = []
        try readMembers(of: element, cases[first], &known)
        for (index, other) in cases.enumerated() where index != first && other.layout.kind == .object {
            try readMembers(of: element, other, &known, isGuess: true)
        }
        end()
    }

    /// The text of a member, without reading the others.
    private func value(of key: String, in element: XMLTree, _ shape: XMLShape) -> String? {
        guard let step = shape.part(of: key)?.step else {
            return element.meant(of: element.children(key), by: .element(key)).last?.text
        }
        switch step.kind {
        case .attribute: return element.attribute(meantBy: step)?.value
        case .element:
            let named = element.children.filter { $0.name.isSame(as: step.name) || $0.name.isSame(as: key) }
            return element.meant(of: named, by: step).last?.text
        case .text, .cdata: return element.text
        case .none: return nil
        }
    }

    /// Like `UnionAlternative` for JSON: all required members, and the most known ones.
    private func findBest(_ element: XMLTree, _ cases: [XMLShape]) -> Int {
        let scores = cases.map { score(element, $0) }
        return scores.indices.max { (scores[$0], -$0) < (scores[$1], -$1) } ?? 0
    }

    private func score(_ element: XMLTree, _ shape: XMLShape) -> Int {
        var score = 0
        var found: Set<Int> = []
        for owner in shape.owners(of: element.children, in: element) {
            if let owner { found.insert(owner) }
            score += owner == nil ? -1 : 2
        }
        for attribute in element.ownAttributes { score += shape.attributes.contains(ByteText(attribute.name)) ? 2 : -1 }
        for (index, part) in shape.layout.parts.enumerated() where part.presence == .required {
            let isThere =
                switch part.step.kind {
                case .element: found.contains(index)
                case .attribute: element.attribute(meantBy: part.step) != nil
                case .text, .cdata, .none: true
                }
            score += isThere ? 4 : -1_000
        }
        return score
    }

    private mutating func readScalar(_ text: String, amongst cases: [XMLLayout.Part]) {
        let trimmed = XMLText.trim(text)
        func has(_ isWanted: (XMLContent) -> Bool) -> Bool { cases.contains { isWanted($0.content) } }
        if has({ if case .boolean = $0 { true } else { false } }),
            trimmed.isSame(as: "true") || trimmed.isSame(as: "false")
        {
            return bool(trimmed.isSame(as: "true"))
        }
        if has({ if case .number = $0 { true } else { false } }), let number = XMLText.number(trimmed) {
            return self.number(number)
        }
        readScalar(text, has { if case .text = $0 { true } else { false } } ? .text : .token)
    }
}
