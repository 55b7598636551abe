import ApusModel

/// The servers that a document declares.
struct ServersContext: TemplateContext {
    static let template = "servers"
    static let tags =
        ["name", "typeName", "servers", "templated", "nested"]
        + ServerContext.tags.flatMap { tag in ["servers.", "templated."].map { $0 + tag } }

    /// One server: a constant, or a function of its variables, and of a base address where the document's address is relative.
    struct ServerContext: TemplateValue {
        static let tags = ["doc", "name", "url", "head"]

        var doc: [String]
        var name: String
        var url: String
        /// The head of the function: `static func regional(region: Region = .eu) -> PetsServer {`
        var head: String

        func child(named name: String) -> (any TemplateValue)? {
            switch name {
            case "doc": doc
            case "name": self.name
            case "url": url
            case "head": head
            default: nil
            }
        }
    }

    private let name: String
    private let servers: [ServerContext]
    private let templated: [ServerContext]
    private let nested: [String]

    init(_ decl: ServersDecl, _ printer: Printer) {
        let inner = printer.top.inside(decl.typeName)
        name = decl.typeName
        let constant = decl.servers.filter { $0.variables.isEmpty && !ServerExpression.isRelative($0) }
        let function = decl.servers.filter { !$0.variables.isEmpty || ServerExpression.isRelative($0) }
        servers = constant.map { Self.server($0, decl.typeName, in: inner, printer) }
        templated = function.map { Self.server($0, decl.typeName, in: inner, printer) }
        nested = printer.nested(decl.servers.flatMap(\.nested), in: inner)
    }

    private static func server(
        _ server: ServerDecl, _ typeName: String, in scope: Scope, _ printer: Printer
    ) -> ServerContext {
        let variables = server.variables.map {
            $0.name + ": " + printer.type($0.type, in: scope) + " = " + printer.literal($0.defaultValue)
        }
        let isRelative = ServerExpression.isRelative(server)
        let parameters =
            (isRelative ? ["below " + ServerExpression.base(of: server) + ": " + printer.vocabulary["String"]] : [])
            + variables
        let values = server.variables.map { $0.type == .scalar(.string) ? $0.name : $0.name + ".rawValue" }
        let base =
            isRelative
            ? ["The document gives a path alone, which extends an absolute address such as `https://api.example.com`."]
            : []
        let notes =
            base
            + server.variables.compactMap { variable in
                variable.doc.summary.map { DocText.code(variable.name) + ": " + $0 }
            }
        let url = ServerExpression.url(server, values: values, printer)
        return ServerContext(
            doc: DocText.lines(server.doc, more: notes, depth: scope.depth), name: server.name,
            url: server.variables.isEmpty && !isRelative ? url : Self.call(typeName, url, server, values, printer),
            head: printer.layout.declaration(
                printer.access + "static func " + server.name, parameters, " -> " + typeName + " {", depth: 1))
    }

    /// Lines are broken from the outside inwards.
    private static func call(
        _ typeName: String, _ url: String, _ server: ServerDecl, _ values: [String], _ printer: Printer
    ) -> String {
        let layout = printer.layout
        if layout.fits(typeName + "(url: " + url + ")", depth: 2) { return typeName + "(url: " + url + ")" }
        return layout.call(
            typeName, ["url: " + ServerExpression.url(server, values: values, printer, layout, depth: 3)], depth: 2)
    }

    func child(named name: String) -> (any TemplateValue)? {
        switch name {
        case "name", "typeName": self.name
        case "servers": servers
        case "templated": templated
        case "nested": nested
        default: nil
        }
    }
}
