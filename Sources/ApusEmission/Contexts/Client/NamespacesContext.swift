import ApusModel

/// The groups of a client: a property for each, and its type.
struct NamespacesContext: TemplateContext {
    static let template = "namespaces"
    static let tags = ["client", "namespaces"] + NamespaceContext.tags.map { "namespaces." + $0 }

    struct NamespaceContext: TemplateValue {
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

    private let client: String
    private let namespaces: [NamespaceContext]

    init(_ printer: Printer) {
        client = printer.model.client.name
        namespaces = printer.model.namespaces.map { namespace in
            NamespaceContext(
                doc: DocText.lines(namespace.doc, depth: 0), name: namespace.name, typeName: namespace.typeName)
        }
    }

    func child(named name: String) -> (any TemplateValue)? {
        switch name {
        case "client": client
        case "namespaces": namespaces
        default: nil
        }
    }
}
