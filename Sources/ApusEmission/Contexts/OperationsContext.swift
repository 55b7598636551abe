import ApusModel

/// The operations of one file: their builders, and the client's methods over them.
struct OperationsContext: TemplateContext {
    static let template = "operations"
    static let tags = ["client", "builders", "methods"]

    private let client: String
    private let builders: [String]
    private let methods: String

    init(_ operations: [OperationDecl], _ printer: Printer) {
        let parts = operations.map { OperationParts($0, printer) }
        client = printer.model.client.name
        builders = parts.map { printer.render(OperationContext($0, printer)) }
        methods = parts.map { Layout.indented(printer.render(ClientMethodContext($0, printer)), by: 1) }.joined(
            separator: "\n\n")
    }

    func child(named name: String) -> Any? {
        switch name {
        case "client": client
        case "builders": builders
        case "methods": methods
        default: nil
        }
    }
}
