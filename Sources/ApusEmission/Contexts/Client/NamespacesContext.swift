import ApusModel

/// The groups of a client: a property for each, in an extension of the client, and its type.
struct NamespacesContext: TemplateContext {
    static let template = "namespaces"
    static let tags =
        ["extensions", "types"] + ExtensionContext.tags.map { "extensions." + $0 }
        + GroupContext.tags.flatMap { ["namespaces." + $0, "types." + $0] }

    /// One group.
    struct GroupContext: TemplateValue {
        static let tags = ["doc", "name", "typeName"]

        var doc: [String]
        var name: String
        var typeName: String

        func child(named name: String) -> (any TemplateValue)? {
            switch name {
            case "doc": doc
            case "name": self.name
            case "typeName": typeName
            default: nil
            }
        }
    }

    /// The extension of the client.
    struct ExtensionContext: TemplateValue {
        static let tags = ["client", "namespaces"]

        var client: String
        var namespaces: [GroupContext]

        func child(named name: String) -> (any TemplateValue)? {
            switch name {
            case "client": client
            case "namespaces": namespaces
            default: nil
            }
        }
    }

    private let extensions: [ExtensionContext]
    private let types: [GroupContext]

    init(_ part: FilePart, _ printer: Printer) {
        let groups = { (scope: Scope) in
            printer.model.namespaces.map { namespace in
                GroupContext(
                    doc: DocText.lines(namespace.doc, depth: scope.depth), name: namespace.name,
                    typeName: printer.name(of: namespace.typeName, in: scope))
            }
        }
        let client = printer.name(of: printer.model.client.name, in: .outside)
        extensions =
            part.hasExtensions ? [ExtensionContext(client: client, namespaces: groups(.outside))] : []
        types = part.hasDeclarations ? groups(printer.top) : []
    }

    func child(named name: String) -> (any TemplateValue)? {
        switch name {
        case "extensions": extensions
        case "types": types
        default: nil
        }
    }
}
