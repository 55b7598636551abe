import ApusJSON

/// Events → tree, without recursion: open collections wait on a stack.
struct YAMLTreeBuilder {
    let file: SourceFileID
    let limits: SourceLimits
    var diagnostics = Diagnostics()
    private(set) var root: SourceNode?

    private var stack: [Frame] = []
    private var anchors: [SourceKey: Anchored] = [:]
    /// Anchors of collections that may still be open; examined only when `anchors` has no such name.
    private var openAnchors: Set<SourceKey> = []
    var budget: NodeBudget

    /// The value of an anchor, and the size of an alias to it.
    struct Anchored {
        let node: SourceNode
        let size: Size
    }

    /// The size of a tree with expanded aliases.
    struct Size {
        var nodes = 1
        var height = 1
    }

    private struct Frame {
        let isMapping: Bool
        let anchor: String?
        let offset: Int
        var size = Size()
        var items: [SourceNode] = []
        var members = MappingBuilder()
        var key: Key?

        enum Key {
            case written(String, SourceMark)
            case merge
        }

        /// The pointer token from here to the current value; none for a merge key, whose members belong to its owner.
        var token: String? {
            guard isMapping else { return String(items.count) }
            if case .written(let name, _) = key { return name }
            return nil
        }
    }

    init(file: SourceFileID, limits: SourceLimits) {
        self.file = file
        self.limits = limits
        budget = NodeBudget(limits: limits)
    }

    /// - Returns: Whether to continue; false at the second document of a stream.
    mutating func receive(_ event: YAMLEvent) throws(SourceError) -> Bool {
        switch event {
        case .documentStart(let offset): return startDocument(offset)
        case .documentEnd: break
        case .alias(let name, let offset): try resolveAlias(name, offset)
        case .scalar(let scalar): try addScalar(scalar)
        case .sequenceStart(let anchor, let offset): try open(isMapping: false, anchor, offset)
        case .mappingStart(let anchor, let offset): try open(isMapping: true, anchor, offset)
        case .collectionEnd: try close()
        }
        return true
    }

    func mark(_ offset: Int) -> SourceMark {
        SourceMark(file: file, offset: offset)
    }

    private mutating func startDocument(_ offset: Int) -> Bool {
        guard root != nil else { return true }
        diagnostics.report(.severalDocuments(at: mark(offset)))
        return false
    }

    private var expectsKey: Bool {
        guard let frame = stack.last else { return false }
        return frame.isMapping && frame.key == nil
    }

    private mutating func addScalar(_ scalar: YAMLEvent.YAMLScalar) throws(SourceError) {
        let mark = mark(scalar.offset)
        try budget.countWritten(at: mark)
        if SourceText.hasTooManyMarks(scalar.text) { throw SourceError(.tooManyMarks(at: mark)) }
        if expectsKey {
            let isMerge = scalar.isPlain && scalar.tag == nil && scalar.text == "<<"
            stack[stack.count - 1].key = isMerge ? .merge : .written(scalar.text, mark)
            // An alias to a key is text too, whatever type the core schema would give it.
            if let anchor = scalar.anchor {
                anchors[SourceKey(anchor)] = Anchored(node: SourceNode(.string(scalar.text), mark: mark), size: Size())
            }
            return
        }
        let node = SourceNode(try type(scalar), mark: mark)
        if let anchor = scalar.anchor { anchors[SourceKey(anchor)] = Anchored(node: node, size: Size()) }
        try add(node, Size())
    }

    private mutating func resolveAlias(_ name: String, _ offset: Int) throws(SourceError) {
        let mark = mark(offset)
        guard let anchored = anchors[SourceKey(name)] else {
            let isInside = openAnchors.contains(SourceKey(name))
            throw SourceError(isInside ? .aliasInsideItself(name, at: mark) : .unknownAlias(name, at: mark))
        }
        guard stack.count + anchored.size.height <= limits.depth else {
            throw SourceError(.nestingTooDeep(limits.depth, at: mark))
        }
        try budget.countAlias(of: anchored.size.nodes, at: mark)
        if expectsKey {
            guard let text = anchored.node.scalarText else {
                throw SourceError(.keyIsCollection(anchored.node, at: mark))
            }
            stack[stack.count - 1].key = .written(text, mark)
        } else {
            try add(anchored.node, anchored.size)
        }
    }

    private mutating func open(isMapping: Bool, _ anchor: String?, _ offset: Int) throws(SourceError) {
        let mark = mark(offset)
        try budget.countWritten(at: mark)
        guard stack.count < limits.depth else { throw SourceError(.nestingTooDeep(limits.depth, at: mark)) }
        if expectsKey {
            let node = SourceNode(isMapping ? .mapping(SourceMapping()) : .sequence([]), mark: mark)
            throw SourceError(.keyIsCollection(node, at: mark))
        }
        if let anchor {
            anchors[SourceKey(anchor)] = nil
            openAnchors.insert(SourceKey(anchor))
        }
        stack.append(Frame(isMapping: isMapping, anchor: anchor, offset: offset))
    }

    private mutating func close() throws(SourceError) {
        guard let frame = stack.popLast() else { return }
        let content: SourceNode.Content = frame.isMapping ? .mapping(frame.members.finish()) : .sequence(frame.items)
        let node = SourceNode(content, mark: mark(frame.offset))
        if let anchor = frame.anchor { anchors[SourceKey(anchor)] = Anchored(node: node, size: frame.size) }
        try add(node, frame.size)
    }

    /// Adds a finished value to its parent.
    private mutating func add(_ node: SourceNode, _ size: Size) throws(SourceError) {
        guard let top = stack.indices.last else {
            root = node
            return
        }
        let nodes = stack[top].size.nodes.addingReportingOverflow(size.nodes)
        stack[top].size.nodes = nodes.overflow ? .max : nodes.partialValue
        stack[top].size.height = max(stack[top].size.height, size.height + 1)
        guard stack[top].isMapping else {
            stack[top].items.append(node)
            return
        }
        switch stack[top].key {
        case .written(let key, let mark):
            let entry = SourceMapping.Entry(key: key, keyMark: mark, value: node)
            if let earlier = stack[top].members.add(entry) {
                let pointer = JSONPointer.join(stack.compactMap(\.token))
                diagnostics.report(.duplicateKey(key, at: mark, pointer: pointer, first: earlier.keyMark))
            }
        case .merge: try merge(node, into: top)
        case nil: break
        }
        stack[top].key = nil
    }

    /// `<<: *base` and `<<: [*first, *second]`, where the first mapping with a key wins.
    private mutating func merge(_ node: SourceNode, into top: Int) throws(SourceError) {
        let sources = node.sequence ?? [node]
        for source in sources {
            guard let mapping = source.mapping else { throw SourceError(.invalidMerge(source, at: node.mark)) }
            try budget.countAlias(of: mapping.count, at: node.mark)
            stack[top].members.merge(mapping)
        }
    }
}
