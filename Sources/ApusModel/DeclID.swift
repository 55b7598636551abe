/// Identifies a declaration by its position in the list of the model that has all declarations of its kind:
/// `DeclID<HeadersDecl>` in ``APIModel/headers``. A pass that changes the order of a list changes the identities too.
public struct DeclID<Declaration>: Hashable, Sendable, ExpressibleByIntegerLiteral {
    public let position: Int

    public init(_ position: Int) { self.position = position }

    public init(integerLiteral position: Int) { self.position = position }
}

extension Array {
    /// The identities of all elements, in order.
    public var ids: [DeclID<Element>] { indices.map { DeclID($0) } }

    /// The element with an identity, which must be one of this list.
    public subscript(id: DeclID<Element>) -> Element {
        get { self[id.position] }
        set { self[id.position] = newValue }
    }

    /// The element with an identity; nil without an identity, or where the list does not have it.
    public func find(_ id: DeclID<Element>?) -> Element? {
        guard let id, indices.contains(id.position) else { return nil }
        return self[id.position]
    }

    /// Appends an element and returns its identity.
    public mutating func add(_ element: Element) -> DeclID<Element> {
        append(element)
        return DeclID(count - 1)
    }
}
