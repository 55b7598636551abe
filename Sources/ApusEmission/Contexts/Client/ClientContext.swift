import ApusModel

/// The client of a module.
struct ClientContext: TemplateContext {
    static let template = "client"
    static let tags =
        ["doc", "name", "server", "serverDefault", "credentials", "schemes", "product", "middleware", "standard"]
        + ["rejections", "refusals", "decoding", "arguments", "parameters"]
        + MiddlewareContext.tags.map { "standard." + $0 } + ClientParameterContext.tags.map { "parameters." + $0 }

    private let doc: [String]
    private let name: String
    private let server: String
    /// ` = .production`, or nothing where the caller must supply a server.
    private let serverDefault: String
    private let credentials: String
    private let schemes: String
    private let product: String
    /// `[]`, or ``standard`` where the configuration has rules.
    private let middleware: String
    private let standard: [MiddlewareContext]
    /// An additional argument, or nothing.
    private let rejections: String
    /// An additional argument, or nothing.
    private let refusals: String
    /// An additional argument, or nothing.
    private let decoding: String

    private let parameters: [ClientParameterContext]
    /// An additional argument, or nothing.
    private let arguments: String

    init(_ printer: Printer) {
        let model = printer.model
        doc = DocText.lines(model.client.doc, depth: printer.top.depth)
        name = model.client.name
        server = model.servers.typeName
        serverDefault = Self.defaultServer(model.servers).map { " = ." + $0 } ?? ""
        credentials = model.credentials.typeName
        let pairs = model.credentials.schemes.map { SwiftSource.literal($0.key) + ": " + Self.scheme($0.kind) }
        let head =
            "static let securitySchemes: [" + printer.vocabulary["String"] + ": " + printer.vocabulary["SecurityScheme"]
            + "] = "
        schemes = pairs.isEmpty ? head + "[:]" : printer.layout.array(head, pairs, depth: 1)
        standard = MiddlewareContext(model.client, printer).map { [$0] } ?? []
        middleware = standard.isEmpty ? "[]" : model.client.name + ".standardMiddleware"
        rejections = Self.rejections(model.client.rejections, printer)
        refusals =
            model.credentials.refusals.isEmpty
            ? "" : ",\n" + Layout.indent(3) + "refusals: " + model.credentials.typeName + ".refusals"
        decoding = Self.decoding(model.client, printer)
        parameters = model.client.parameters.map { ClientParameterContext($0, printer) }
        arguments = ClientParameterContext.arguments(model.client.parameters, printer)
        product = SwiftSource.literal(model.client.product)
    }

    /// A server with variables is a function whose parameters all have defaults.
    private static func defaultServer(_ servers: ServersDecl) -> String? {
        guard let server = servers.servers.find(servers.defaultServer) else { return nil }
        return server.name + (server.variables.isEmpty ? "" : "()")
    }

    private static func rejections(_ rules: [RejectionDecl], _ printer: Printer) -> String {
        if rules.isEmpty { return "" }
        let words = rules.map { rule in
            var arguments = [SwiftSource.literal(rule.pointer)]
            if let value = rule.value { arguments.append("is: " + SwiftSource.literal(value)) }
            if !rule.exceptions.isEmpty { arguments.append("except: " + SwiftSource.list(rule.exceptions)) }
            return printer.vocabulary["RejectionRule"] + "(" + arguments.joined(separator: ", ") + ")"
        }
        return ",\n" + Layout.indent(3) + printer.layout.array("rejections: ", words, depth: 3)
    }

    private static func decoding(_ client: ClientDecl, _ printer: Printer) -> String {
        var rules = client.dates.map { ["datesWithoutOffset: \($0.withoutOffset)"] } ?? []
        if client.dropsMismatches { rules.append("onMismatch: .drop") }
        if rules.isEmpty { return "" }
        let type = printer.vocabulary["DecodingRules"]
        return ",\n" + Layout.indent(3) + "decoding: " + type + "(" + rules.joined(separator: ", ") + ")"
    }

    private static func scheme(_ kind: SecuritySchemeDecl.Kind) -> String {
        switch kind {
        case .http(let scheme): ".http(scheme: " + SwiftSource.literal(scheme) + ")"
        case .apiKey(let name, let location):
            ".apiKey(in: ." + word(of: location) + ", name: " + SwiftSource.literal(name) + ")"
        case .oauth2: ".oauth2"
        case .openIDConnect(let url): ".openIDConnect(url: " + SwiftSource.literal(url) + ")"
        case .mutualTLS: ".mutualTLS"
        case .other(let kind): ".other(" + SwiftSource.literal(kind) + ")"
        }
    }

    private static func word(of location: ParameterDecl.Location) -> String {
        switch location {
        case .query, .queryString: "query"
        case .cookie: "cookie"
        case .header, .path, .part: "header"
        }
    }

    func child(named name: String) -> (any TemplateValue)? {
        switch name {
        case "doc": doc
        case "name": self.name
        case "server": server
        case "serverDefault": serverDefault
        case "credentials": credentials
        case "schemes": schemes
        case "product": product
        case "middleware": middleware
        case "standard": standard
        case "rejections": rejections
        case "refusals": refusals
        case "decoding": decoding
        case "parameters": parameters
        case "arguments": arguments
        default: nil
        }
    }
}
