import ApusModel

/// The operations of one file: their builders, and the methods for them, in the client or its groups.
struct OperationsContext: TemplateContext {
    static let template = "operations"
    static let tags = ["builders", "extensions"] + ExtensionContext.tags.map { "extensions." + $0 }

    /// The methods of one type.
    struct ExtensionContext: TemplateValue {
        static let tags = ["owner", "methods"]

        var owner: String
        var methods: String

        func child(named name: String) -> (any TemplateValue)? {
            switch name {
            case "owner": owner
            case "methods": methods
            default: nil
            }
        }
    }

    private let builders: [String]
    private let extensions: [ExtensionContext]

    init(_ operations: [OperationDecl], _ part: FilePart, _ printer: Printer) {
        let parts = operations.map { OperationParts($0, printer) }
        builders = part.hasDeclarations ? parts.map { printer.render(OperationContext($0, printer)) } : []
        guard part.hasExtensions else {
            extensions = []
            return
        }
        var owners: [String] = []
        var methods: [String: [String]] = [:]
        for part in parts {
            let owner = printer.owner(of: part.operation)
            if methods[owner] == nil { owners.append(owner) }
            let method = printer.render(ClientMethodContext(part, printer))
            methods[owner, default: []].append(Layout.indented(method, by: 1))
        }
        extensions = owners.map { owner in
            ExtensionContext(
                owner: printer.name(of: owner, in: .outside), methods: (methods[owner] ?? []).joined(separator: "\n\n"))
        }
    }

    func child(named name: String) -> (any TemplateValue)? {
        switch name {
        case "builders": builders
        case "extensions": extensions
        default: nil
        }
    }
}

extension Printer {
    /// The type that has the operation's method.
    func owner(of operation: OperationDecl) -> String {
        model.namespaces.find(operation.namespace)?.typeName ?? model.client.name
    }
}
