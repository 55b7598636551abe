import ApusModel

/// The lines of a builder about arguments that a parameter of the client completes.
enum CompletionLines {
    /// `client.complete(&companyID, with: "companyID")`, for each parameter and each member of the body.
    static func completions(of operation: OperationDecl, _ printer: Printer) -> [String] {
        var lines: [String] = []
        for parameter in operation.parameters {
            guard let argument = parameter.clientArgument else { continue }
            let name = MemberwiseInit.reference(parameter.name, beside: "client")
            lines.append(complete(name, argument))
            if let value = argument.defaultValue { lines.append("\(name) = \(name) ?? \(printer.literal(value))") }
        }
        guard let body = operation.body else { return lines }
        let members = members(of: body, printer)
        if members.isEmpty { return lines }
        if body.isRequired {
            let owner = MemberwiseInit.reference(body.name, beside: "client")
            return lines + members.map { complete(owner + "." + $0.name, $0.argument) }
        }
        let name = "self." + SwiftSource.bare(body.name)
        return lines + ["if var content = \(name) {"]
            + members.map { Layout.indent(1) + complete("content." + $0.name, $0.argument) }
            + [Layout.indent(1) + name + " = content", "}"]
    }

    /// `request.demand(companyID, of: "companyID", for: "path parameter company_id")`, for each that the document demands.
    static func demands(of operation: OperationDecl, _ printer: Printer) -> [String] {
        var lines: [String] = []
        for parameter in operation.parameters {
            guard let argument = parameter.clientArgument, argument.isDemanded, argument.defaultValue == nil else {
                continue
            }
            let name = MemberwiseInit.reference(parameter.name, beside: "request")
            lines.append(demand(name, argument, location(of: parameter), printer.layout))
        }
        guard let body = operation.body else { return lines }
        let members = members(of: body, printer).filter(\.argument.isDemanded)
        if members.isEmpty { return lines }
        if body.isRequired {
            let owner = MemberwiseInit.reference(body.name, beside: "request")
            return lines
                + members.map { demand(owner + "." + $0.name, $0.argument, "body." + $0.key, printer.layout) }
        }
        return lines + ["if let content = self.\(SwiftSource.bare(body.name)) {"]
            + members.map {
                Layout.indent(1) + demand("content." + $0.name, $0.argument, "body." + $0.key, printer.layout)
            }
            + ["}"]
    }

    private struct Member {
        let name: String
        let key: String
        let argument: ClientArgument
    }

    private static func members(of body: BodyDecl, _ printer: Printer) -> [Member] {
        guard case .structure(let decl)? = body.sharedType.flatMap(printer.types.findDeclaration) else { return [] }
        return decl.properties.compactMap { property in
            property.clientArgument.map { Member(name: property.name, key: property.key, argument: $0) }
        }
    }

    private static func complete(_ name: String, _ argument: ClientArgument) -> String {
        "client.complete(&\(name), with: " + SwiftSource.literal(argument.name) + ")"
    }

    private static func demand(
        _ name: String, _ argument: ClientArgument, _ location: String, _ layout: Layout
    ) -> String {
        let words = [name, "of: " + SwiftSource.literal(argument.name), "for: " + SwiftSource.literal(location)]
        return layout.call("request.demand", words, depth: 2)
    }

    /// As the runtime names it in problems.
    private static func location(of parameter: ParameterDecl) -> String {
        switch parameter.location {
        case .path: "path parameter " + parameter.key
        case .query: "query parameter " + parameter.key
        case .header: "header " + parameter.key
        case .cookie: "cookie " + parameter.key
        case .queryString: "query"
        case .part: "header \(parameter.key) of the part \(parameter.part ?? "")"
        }
    }
}
