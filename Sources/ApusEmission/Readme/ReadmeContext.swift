import ApusModel

/// The README of a module: installation, credentials, and one snippet for each operation.
struct ReadmeContext: TemplateContext {
    static let template = "readme"
    static let usesRuntime = false
    static let tags =
        [
            "title", "module", "doc", "path", "use", "manifest", "client", "server", "credential", "parameters",
            "operations",
            "usesFoundation",
        ]
        + SnippetContext.tags.map { "operations." + $0 }

    /// One operation.
    struct SnippetContext: TemplateValue {
        static let tags = ["name", "route", "summary", "lines"]

        var usesFoundation: Bool

        var name: String
        var route: String
        var summary: [String]
        var lines: String

        func child(named name: String) -> (any TemplateValue)? {
            switch name {
            case "name": self.name
            case "route": route
            case "summary": summary
            case "lines": lines
            default: nil
            }
        }
    }

    private let title: String
    private let module: String
    private let doc: [String]
    private let path: String
    private let client: String
    private let server: String
    private let credential: String
    /// `, companyID: "…"`; nothing where the client has no parameters.
    private let parameters: String
    private let parametersUseFoundation: Bool
    private let operations: [SnippetContext]
    /// How the module is used, and the lines of Package.swift that do so.
    private let use: String
    private let manifest: [String]

    init(_ printer: Printer) {
        let model = printer.model
        title = MarkdownText.line(model.source.title)
        module = printer.module
        use = printer.options.use.sentence(module: module)
        manifest = printer.options.use.lines(module: module, usesXML: model.usesXML)
        doc = model.source.doc.summary.map { [MarkdownText.line($0)] } ?? []
        path = MarkdownText.line(model.source.path)
        client = printer.name(of: model.client.name, in: .outside)
        server = model.servers.defaultServer == nil ? "server: .custom(\"https://api.example.com\"), " : ""
        credential = Self.credential(model.credentials)
        let writer = ExampleWriter(printer)
        parameters = model.client.parameters.compactMap { parameter -> String? in
            guard let value = parameter.example.flatMap(writer.read) else { return nil }
            return ", " + parameter.name + ": " + writer.expression(value, as: parameter.type)
        }.joined()
        parametersUseFoundation = writer.needs.isFoundation
        operations = model.operations.map { operation in
            let snippet = Snippet(operation, printer)
            return SnippetContext(
                usesFoundation: snippet.usesFoundation, name: operation.methodName,
                route: DocText.code(operation.httpMethod + " " + operation.path),
                summary: operation.doc.summary.map { [MarkdownText.line($0)] } ?? [],
                lines: snippet.text)
        }
    }

    /// `, credentials: .bearerAuth("…")`; nothing where the document declares no scheme.
    private static func credential(_ decl: CredentialsDecl) -> String {
        guard let scheme = decl.schemes.first(where: { $0.kind != .mutualTLS }) else { return "" }
        if scheme.kind == .http(scheme: "basic") {
            return ", credentials: .\(scheme.name)(username: \"ada\", password: \"…\")"
        }
        return ", credentials: .\(scheme.name)(\"…\")"
    }

    func child(named name: String) -> (any TemplateValue)? {
        switch name {
        case "title": title
        case "module": module
        case "doc": doc
        case "path": path
        case "client": client
        case "server": server
        case "credential": credential
        case "parameters": parameters
        case "operations": operations
        case "use": use
        case "manifest": manifest
        case "usesFoundation": parametersUseFoundation || operations.contains(where: \.usesFoundation)
        default: nil
        }
    }
}
