internal import ApusCodec

extension XMLTapeReader {
    /// OpenAPI 3.2, "Ordered Elements and Text": each position reads the next node of its kind, and elements with its
    /// name.
    mutating func readTuple(_ element: XMLTree, _ shape: XMLShape) throws(XMLProblem) {
        let layout = shape.layout
        let locations = try readPositions(of: element, layout.parts)
        beginArray()
        // After the last present node there is nothing: optional positions stay absent.
        let count = locations.found.lastIndex { $0 } ?? -1
        for (index, part) in layout.parts.enumerated() where index <= count || part.step.kind == .attribute {
            try read(locations.nodes[index], part, of: element)
        }
        if let rest = layout.rest {
            let isMeant = element.meaning(among: locations.others, by: rest.step)
            for (index, child) in locations.others.enumerated() where rest.step.kind != .element || isMeant(child) {
                try read(child: child, at: index + 1, rest.content)
            }
        }
        end()
    }

    private enum Node {
        case none
        case text(String)
        case element(XMLTree)
    }

    private struct Nodes {
        var nodes: [Node] = []
        var others: [XMLTree] = []
        var found: [Bool] = []
    }

    private func readPositions(of element: XMLTree, _ parts: [XMLLayout.Part]) throws(XMLProblem) -> Nodes {
        var result = Nodes()
        var rest = element.content[...]
        let children = element.children
        for part in parts {
            var node = Node.none
            switch part.step.kind {
            case .attribute: node = element.attribute(meantBy: part.step).map { .text($0.value) } ?? .none
            case .text, .cdata: node = removeText(&rest).map { .text($0) } ?? .none
            case .element:
                let isMeant = element.meaning(among: children, by: part.step)
                node = removeElement(&rest, isMeant).map { .element($0) } ?? .none
            case .none: node = removeElement(&rest) { _ in true }.map { .element($0) } ?? .none
            }
            result.nodes.append(node)
            let isFound = if case .none = node { false } else { true }
            result.found.append(isFound)
        }
        result.others = rest.compactMap { if case .element(let child) = $0 { child } else { nil } }
        return result
    }

    private mutating func read(_ node: Node, _ part: XMLLayout.Part, of owner: XMLTree) throws(XMLProblem) {
        switch node {
        case .none: null()
        case .text(let text): readScalar(text, part.content)
        case .element(let child) where part.step.kind == .none:
            try readInPlace([child], of: child, part.content)
        case .element(let child): try read(child: child, part.content)
        }
    }

    /// The text up to the next element.
    private func removeText(_ content: inout ArraySlice<XMLTree.Content>) -> String? {
        var text: String?
        while let next = content.first, let part = next.text {
            if text == nil { text = part } else { text?.append(part) }
            content.removeFirst()
        }
        return text
    }

    /// The next matching element; where there is none, nothing is skipped.
    private func removeElement(
        _ content: inout ArraySlice<XMLTree.Content>, _ isMeant: (XMLTree) -> Bool
    ) -> XMLTree? {
        for index in content.indices {
            guard case .element(let child) = content[index] else { continue }
            if isMeant(child) {
                content = content[(index + 1)...]
                return child
            }
        }
        return nil
    }
}
