import ApusModel
import ApusSchemas
import ApusSource
import ApusSpec

/// The XML node of a schema (OpenAPI 3.2 and older, "XML Object").
///
/// The versions differ where a property refers to a component without further keywords: until 3.1 the element is named
/// after the property, unless the component has an XML name; since 3.2 a reference has no node of its own, so it is
/// named after the component.
extension XMLNodes {
    /// nil in documents without XML bodies.
    func node(of schema: Schema, named name: String) -> XMLNodeDecl? {
        index.isUsed ? makeNode(of: schema, named: name, remaining: 24) : nil
    }

    /// - Parameter remaining: Bounds nested lists, and cyclic references.
    private func makeNode(of schema: Schema, named inferred: String, remaining: Int) -> XMLNodeDecl {
        guard remaining > 0 else { return XMLNodeDecl(name: inferred) }
        if document.version >= .openAPI32, let target = schema.reference.flatMap({ document.schemas[$0] }) {
            return makeReferenceNode(of: schema, to: target, named: inferred, remaining: remaining - 1)
        }
        let flat = flattenForXML(schema)
        let object = schema.xml?.completed(by: flat.xml) ?? flat.xml
        if let only = findOnlyAlternative(of: flat) {
            let node = makeNode(of: only, named: findOwnName(object) ?? inferred, remaining: remaining - 1)
            guard let object, let type = object.nodeType else { return node }
            return makeNode(Self.lowerNodeType(type), object, named: node.name, items: node.items)
        }
        let isList = flat.inferredType == .array
        let kind = findKind(of: flat, object, isList: isList, isOwn: schema.xml != nil)
        var node = makeNode(kind, object, named: inferred)
        if isList, let items = flat.array.items {
            // A list without a wrapper gives its name to its elements, unless they have one.
            node.items = [makeNode(of: items, named: findOwnName(object) ?? inferred, remaining: remaining - 1)]
        }
        return node
    }

    private func findKind(of schema: FlatSchema, _ object: XMLObject?, isList: Bool, isOwn: Bool) -> XMLNodeDecl.Kind {
        if let type = object?.nodeType { return Self.lowerNodeType(type) }
        if isList { return object?.wrapped ?? isWrappedUnsaid(schema) ? .element : .none }
        return !isOwn && isChoice(schema) ? .none : .element
    }

    /// A document that declares `wrapped: false` for some lists implies true for others, contrary to OpenAPI: it omits
    /// the keyword for a wrapped list whose elements have a name.
    private func isWrappedUnsaid(_ schema: FlatSchema) -> Bool {
        guard index.saysUnwrapped, let items = schema.array.items else { return false }
        return findOwnName(items.isPlainReference ? items.xml : schemas.merge(items).xml) != nil
    }

    /// OpenAPI 3.2: a reference with a node of its own contains the node of its target.
    private func makeReferenceNode(
        of schema: Schema, to target: Schema, named inferred: String, remaining: Int
    ) -> XMLNodeDecl {
        let component = schemas.names[document.resolve(target).id]
        let inner = makeNode(of: target, named: component ?? inferred, remaining: remaining)
        guard let object = schema.xml, let type = object.nodeType ?? (object.isWrapped ? .element : nil), type != .none
        else { return inner }
        var node = makeNode(Self.lowerNodeType(type), object, named: inferred)
        if inner.kind == .none { node.items = inner.items } else { node.inner = [inner] }
        return node
    }

    /// A prefix needs a namespace; one without a namespace anywhere in the document is dropped.
    private func makeNode(
        _ kind: XMLNodeDecl.Kind, _ object: XMLObject?, named inferred: String, items: [XMLNodeDecl] = []
    ) -> XMLNodeDecl {
        let (prefix, name) = Self.splitName(findOwnName(object) ?? inferred)
        var node = XMLNodeDecl(kind: kind, name: name, namespace: object?.namespace)
        node.items = items
        guard let prefix = object?.prefix ?? prefix else { return node }
        node.namespace = node.namespace ?? index.namespaces[prefix]
        if node.namespace != nil { node.prefix = prefix }
        return node
    }

    /// An invalid element name is ignored: some tools write `##default` for no name.
    private func findOwnName(_ object: XMLObject?) -> String? {
        object?.name.flatMap { Self.isName($0) ? $0 : nil }
    }

    /// Production 4 of Namespaces in XML 1.0, with one prefix; letters outside ASCII are not checked.
    private static func isName(_ name: String) -> Bool {
        let parts = name.split(separator: ":", omittingEmptySubsequences: false)
        return parts.count <= 2
            && parts.allSatisfy { part in
                guard let first = part.utf8.first,
                    first >= 0x80 || first == UInt8(ascii: "_") || first | 0x20 &- 0x61 < 26
                else { return false }
                return part.utf8.allSatisfy { byte in
                    byte >= 0x80 || byte | 0x20 &- 0x61 < 26 || byte &- 0x30 < 10 || "_-.".utf8.contains(byte)
                }
            }
    }

    private func flattenForXML(_ schema: Schema) -> FlatSchema {
        schemas.merge(schema.isPlainReference ? document.resolve(schema) : schema)
    }

    /// The remaining alternative of `oneOf: [A, {type: null}]`.
    private func findOnlyAlternative(of schema: FlatSchema) -> Schema? {
        let real = (schema.oneOf + schema.anyOf).filter { !document.resolve($0).isNullOnly }
        return real.count == 1 && !schema.hasMembers ? real[0] : nil
    }

    private static func lowerNodeType(_ type: XMLObject.NodeType) -> XMLNodeDecl.Kind {
        switch type {
        case .element: .element
        case .attribute: .attribute
        case .text: .text
        case .cdata: .cdata
        case .none: .none
        }
    }

    /// `xml:lang` → `xml`, `lang`: authors write prefixes into names.
    private static func splitName(_ name: String) -> (prefix: String?, name: String) {
        let parts = name.split(separator: ":", maxSplits: 1)
        return parts.count == 2 ? (String(parts[0]), String(parts[1])) : (nil, name)
    }
}

/// Elements with different names as the cases of a union.
extension XMLNodes {
    /// Whether a union has no element of its own: each of its alternatives has a name, and the union has none.
    func isChoice(_ schema: FlatSchema) -> Bool {
        let listed = (schema.oneOf.isEmpty ? schema.anyOf : schema.oneOf).filter { !document.resolve($0).isNullOnly }
        guard listed.count > 1, schema.xml?.name == nil else { return false }
        switch schema.xml?.nodeType {
        case XMLObject.NodeType.none?: return Set(listed.compactMap(findName)).count == listed.count
        case nil: return Set(listed.compactMap { findOwnName(flattenForXML($0).xml) }).count == listed.count
        default: return false
        }
    }

    private func findName(of schema: Schema) -> String? {
        findOwnName(flattenForXML(schema).xml) ?? schemas.names[document.resolve(schema).id]
    }

    /// The node of a union's case; nil where all cases share the union's node.
    func node(ofCase alternative: Schema, in union: FlatSchema) -> XMLNodeDecl? {
        guard index.isUsed, isChoice(union), let name = findName(of: alternative) else { return nil }
        guard var node = self.node(of: alternative, named: name) else { return nil }
        if node.kind == .none {
            node.kind = .element
            node.name = name
        }
        return node
    }
}
