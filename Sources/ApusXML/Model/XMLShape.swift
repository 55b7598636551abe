internal import ApusCodec
internal import ApusPlatform

/// A layout with lookup tables, created once for each model.
final class XMLShape: Sendable {
    let layout: XMLLayout
    /// The owner of an element, by its local name.
    private let owners: [ByteText: [Owner]]
    /// The names of attributes that are members.
    let attributes: Set<ByteText>
    /// The part that owns the elements that no other does: a dictionary without a node of its own.
    let collector: Int?

    private struct Owner {
        let part: Int
        let namespace: String?
    }

    init(_ layout: XMLLayout) {
        self.layout = layout
        var claims = XMLClaims()
        for (part, member) in layout.parts.enumerated() { claims.add(member.step, member.content, of: part) }
        claims.addKeys(of: layout)
        owners = claims.elements.mapValues { $0.map { Owner(part: $0.part, namespace: $0.namespace) } }
        attributes = claims.attributes
        collector = layout.parts.firstIndex { part in
            if part.step.kind == .none, case .map = part.content { true } else { false }
        }
    }

    /// The part that owns an element: by name and namespace, otherwise by name only.
    func owner(of element: XMLTree) -> Int? {
        guard let candidates = owners[ByteText(element.name)] else { return nil }
        let exact = candidates.first { $0.namespace.map { $0.isSame(as: element.namespace ?? "") } ?? false }
        return (exact ?? candidates.first { $0.namespace == nil } ?? candidates.first)?.part
    }

    /// Whether element names select the case of a union.
    var isChoice: Bool {
        layout.kind == .union && layout.parts.contains { $0.step.kind == .element }
    }

    func part(of key: String) -> XMLLayout.Part? {
        layout.parts.first { $0.key.isSame(as: key) }
    }

    private static let cache = Lock<[ObjectIdentifier: XMLShape]>([:])

    static func of(_ model: any XMLModel.Type) -> XMLShape {
        let id = ObjectIdentifier(model)
        if let known = cache.withLock({ $0[id] }) { return known }
        var layout = XMLLayout()
        model.describe(&layout)
        let shape = XMLShape(layout)
        return cache.withLock { cache in
            let first = cache[id] ?? shape
            cache[id] = first
            return first
        }
    }
}
