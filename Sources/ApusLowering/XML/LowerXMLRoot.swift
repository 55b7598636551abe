import ApusModel
import ApusSchemas
import ApusSource
import ApusSpec

extension XMLNodes {
    /// The element of an XML body, named by its schema, otherwise after its component.
    func root(of media: MediaType, isReceived: Bool) -> XMLNodeDecl {
        guard let schema = media.schema else { return XMLNodeDecl(name: "root") }
        var node = root(of: schema)
        if node.kind == .element, node.name.isEmpty {
            if isDocument(schema) { return XMLNodeDecl(kind: .none, name: "") }
            node.name = "root"
            if !isReceived { log.report(.unnamedRoot(media)) }
        }
        return node
    }

    /// An object without a name whose only member is an object: the member is the document's element.
    private func isDocument(_ schema: Schema) -> Bool {
        let flat = schemas.flatten(schema)
        guard flat.object.properties.count == 1, let member = flat.object.properties.first,
            flat.object.additionalProperties == nil,
            schemas.flatten(member.schema).inferredType == .object
        else { return false }
        return node(of: member.schema, named: member.name)?.kind == .element
    }

    /// The same for any schema; its name is empty without a source.
    func root(of schema: Schema) -> XMLNodeDecl {
        let target = document.resolve(schema)
        let component = schemas.names[target.id]
        var node = self.node(of: schema, named: component ?? "") ?? XMLNodeDecl(name: "")
        if node.kind == .none {
            if isChoice(schemas.merge(target)) { return node }
            node = self.node(of: schema, named: "") ?? node
            node.kind = .element
            if node.name.isEmpty { node.name = component ?? "" }
        }
        // These have no property that names them.
        if node.items.first?.name.isEmpty == true {
            node.items[0].name =
                schemas.merge(target).array.items.flatMap { schemas.names[document.resolve($0).id] } ?? "item"
        }
        return node
    }

    /// A string without a name is the document itself, as text.
    func isPlainText(_ schema: Schema) -> Bool {
        let resolved = document.resolve(schema)
        return resolved.types == [.string] && resolved.xml == nil && schema.xml == nil && resolved.enumeration == nil
    }
}

extension Diagnostic {
    static func unnamedRoot(_ media: MediaType) -> Diagnostic {
        Diagnostic(
            id: "unnamed-xml-root", severity: .warning,
            message: "the root element has no name in this \"\(media.contentType)\" body", mark: media.mark,
            pointer: media.pointer, hint: "it is sent as <root>; `xml: { name: … }` in the schema names it")
    }
}
