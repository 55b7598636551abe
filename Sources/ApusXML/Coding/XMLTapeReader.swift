internal import ApusCodec
internal import ApusJSON

/// Converts elements to the tape of the same value in JSON, which models read.
///
/// Names select elements, not order. Namespaces only distinguish elements with one name, because documents rarely
/// declare the namespaces that servers send.
struct XMLTapeReader {
    var builder = JSONTapeBuilder()
    /// The cases of unions that element names select, by tape index.
    var choices: [Int: Int] = [:]
    var locations = XMLLocations()
    private let stack: StackGuard
    /// Whether the stack was too small for the elements.
    private var hasRunShort = false

    private init(on stack: StackGuard) { self.stack = stack }

    /// Reads the root, on a stack of its own if necessary.
    static func read(
        _ root: XMLTree, _ step: XMLStep, _ content: XMLContent
    ) throws(XMLProblem) -> XMLTapeReader {
        let (reader, problem) = attempt(root, step, content, on: StackGuard())
        guard let problem else { return reader }
        guard reader.hasRunShort else { throw problem }
        let again = StackGuard.retry { stack in
            let result = attempt(root, step, content, on: stack)
            return result.reader.hasRunShort ? nil : result
        }
        if let problem = again.map(\.problem) ?? problem { throw problem }
        return again?.reader ?? reader
    }

    private static func attempt(
        _ root: XMLTree, _ step: XMLStep, _ content: XMLContent, on stack: StackGuard
    ) -> (reader: XMLTapeReader, problem: XMLProblem?) {
        var reader = XMLTapeReader(on: stack)
        do throws(XMLProblem) {
            try reader.readDocument(root, step, content)
            return (reader, nil)
        } catch {
            return (reader, error)
        }
    }

    /// Reads the root; only a union of elements checks its name.
    private mutating func readDocument(_ root: XMLTree, _ step: XMLStep, _ content: XMLContent) throws(XMLProblem) {
        locations.enter(root, at: nil)
        if step.kind == .none, let shape = shape(of: content), shape.isChoice {
            try readChoice(root, shape)
        } else {
            // Any root is accepted, except the one of an HTML page that an intermediary has sent instead of the
            // response.
            if root.name.asciiLowercased.isSame(as: "html"), !step.name.asciiLowercased.isSame(as: "html") {
                throw XMLProblem(.malformed, "a page of HTML", line: root.line, column: 1)
            }
            try read(document(of: root, step, content), content)
        }
    }

    /// The element to read an object from: the root, or an implicit document whose only member is the root. The root's
    /// name decides, where a step leaves this open; a root that has none of the object's members, and the name of one,
    /// is that member.
    private func document(of root: XMLTree, _ step: XMLStep, _ content: XMLContent) -> XMLTree {
        guard let shape = shape(of: content), shape.layout.kind == .object,
            step.kind == .none || !step.name.isSame(as: root.name),
            let owner = shape.owner(of: root), shape.layout.parts[owner].step.kind == .element,
            root.children.allSatisfy({ shape.owner(of: $0) == nil })
        else { return root }
        var document = XMLTree("", namespace: root.namespace)
        document.line = root.line
        document.content = [.element(root)]
        return document
    }

    /// The value of an element's node.
    mutating func read(_ element: XMLTree, _ content: XMLContent) throws(XMLProblem) {
        guard stack.hasRoom else {
            hasRunShort = true
            throw XMLProblem(.tooDeep, "elements are nested too deep", line: element.line, column: 1)
        }
        if element.isNil { return null() }
        switch content {
        case .text, .token, .number, .boolean, .base64: readScalar(element.text, content)
        case .list(let item, let inner): try readList(element.children, of: element, item, inner)
        case .map(let inner):
            beginObject()
            try readMap(element.children, inner, known: [])
            end()
        case .node(let step, let inner): try read(element, step, inner)
        case .model(let model): try read(element, XMLShape.of(model))
        case .layout(let layout): try read(element, XMLShape(layout))
        case .any: try readAny(element)
        }
    }

    mutating func read(_ element: XMLTree, _ shape: XMLShape) throws(XMLProblem) {
        switch shape.layout.kind {
        case .object: try readObject(element, shape)
        case .tuple: try readTuple(element, shape)
        case .union where shape.isChoice: try readChoice(among: element.children, of: element, shape)
        case .union: try readUnion(element, shape)
        }
    }

    /// The value of a single node.
    private mutating func read(_ element: XMLTree, _ step: XMLStep, _ content: XMLContent) throws(XMLProblem) {
        switch step.kind {
        case .element:
            let children = element.children
            let isMeant = element.meaning(among: children, by: step)
            guard let child = children.first(where: isMeant) ?? children.first else { return null() }
            try read(child: child, content)
        case .attribute: readScalar(element.attribute(meantBy: step)?.value ?? "", content)
        case .text: readScalar(element.text, content)
        case .cdata: readScalar(element.sections ?? element.text, content)
        case .none: try readInPlace(element.children, of: element, content)
        }
    }

    func shape(of content: XMLContent) -> XMLShape? {
        switch content {
        case .model(let model): XMLShape.of(model)
        case .layout(let layout): XMLShape(layout)
        default: nil
        }
    }

    /// A child and its value, with the child's location.
    mutating func read(child: XMLTree, at position: Int? = nil, _ content: XMLContent) throws(XMLProblem) {
        locations.enter(child, at: position)
        try read(child, content)
        locations.leave()
    }

    /// The elements of an array.
    mutating func readList(
        _ children: [XMLTree], of owner: XMLTree, _ item: XMLStep, _ content: XMLContent
    ) throws(XMLProblem) {
        beginArray()
        switch item.kind {
        case .attribute, .text, .cdata: readTokens(owner.text, content)
        case .element:
            let named = children.filter(owner.meaning(among: children, by: item))
            // A list contains nothing else, whatever names its elements have.
            for (index, child) in (named.isEmpty ? children : named).enumerated() {
                try read(child: child, at: index + 1, content)
            }
        case .none:
            if let shape = shape(of: content), shape.isChoice {
                let foreign = shape.foreign(among: children, of: owner)
                for (index, child) in children.enumerated() where !foreign.contains(index) {
                    locations.enter(child, at: index + 1)
                    try readChoice(child, shape)
                    locations.leave()
                }
            } else if !children.isEmpty {
                try readInPlace(children, of: owner, content)
            }
        }
        end()
    }

    /// A value without a node: its content is among the owner's own nodes.
    mutating func readInPlace(_ children: [XMLTree], of owner: XMLTree, _ content: XMLContent) throws(XMLProblem) {
        switch content {
        case .list(let item, let inner): try readList(children, of: owner, item, inner)
        case .map(let inner):
            beginObject()
            try readMap(children, inner, known: [])
            end()
        default:
            var part = owner
            part.attributes.removeAll {
                $0.name.isSame(as: "nil") && $0.namespace?.isSame(as: XMLNames.instance) == true
            }
            try read(part, content)
        }
    }

    /// Words separated by white space, as in XML Schema's list types.
    mutating func readTokens(_ text: String, _ content: XMLContent) {
        for word in text.utf8.split(whereSeparator: XMLText.isSpace) { readScalar(String(Substring(word)), content) }
    }

    mutating func readScalar(_ text: String, _ content: XMLContent) {
        switch content {
        case .text, .any, .map, .node, .model, .layout, .list: string(text)
        case .base64: string(String(decoding: text.utf8.filter { !XMLText.isSpace($0) }, as: UTF8.self))
        case .token, .number, .boolean:
            let trimmed = XMLText.trim(text)
            if trimmed.isEmpty { return null() }
            if case .number = content, let number = XMLText.number(trimmed) { return self.number(number) }
            if case .boolean = content, let flag = XMLText.boolean(trimmed) { return bool(flag) }
            string(String(trimmed))
        }
    }
}

// The builder's calls, each with the location of the entry it adds.
extension XMLTapeReader {
    mutating func null() {
        locations.note()
        builder.null()
    }

    mutating func bool(_ flag: Bool) {
        locations.note()
        builder.bool(flag)
    }

    mutating func number(_ digits: String) {
        locations.note()
        builder.number(digits)
    }

    mutating func string(_ text: String) {
        locations.note()
        builder.string(text)
    }

    mutating func key(_ name: String) {
        locations.note()
        builder.key(name)
    }

    mutating func beginObject() {
        locations.note()
        builder.beginObject()
    }

    mutating func beginArray() {
        locations.note()
        builder.beginArray()
    }

    mutating func end() { builder.end() }
}
