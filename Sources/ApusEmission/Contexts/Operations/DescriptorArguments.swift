import ApusModel

/// The arguments of an operation's descriptor; defaults are omitted.
enum DescriptorArguments {
    static func descriptor(_ operation: OperationDecl, _ printer: Printer) -> String {
        var arguments = [
            "id: " + SwiftSource.literal(operation.id), "method: " + method(operation.httpMethod, printer),
            "path: " + SwiftSource.literal(operation.path),
        ]
        if !operation.security.isEmpty {
            arguments.append("security: [" + operation.security.map(requirement).joined(separator: ", ") + "]")
        }
        if operation.accepts != ["application/json"] {
            arguments.append("accept: " + SwiftSource.list(operation.accepts))
        }
        if let server = operation.server { arguments.append("server: " + self.server(server, printer)) }
        arguments += streams(successes(operation).flatMap(\.payloads))
        arguments += statuses("successes", successes(operation).filter { !isUsual($0.status) }, printer)
        arguments += statuses("redirects", redirects(operation, printer), printer)
        // The runtime derives this from the method.
        if operation.isIdempotent != OperationDecl.idempotentMethods.contains(operation.httpMethod) {
            arguments.append("idempotent: \(operation.isIdempotent)")
        }
        if let attempts = operation.attempts { arguments.append("attempts: \(attempts)") }
        if operation.deprecation != nil { arguments.append("deprecated: true") }
        if !operation.tags.isEmpty { arguments.append("tags: " + SwiftSource.list(operation.tags)) }
        return lines(printer.vocabulary["OperationDescriptor"], arguments, printer.layout)
    }

    /// As many arguments on a line as fit.
    private static func lines(_ head: String, _ arguments: [String], _ layout: Layout) -> String {
        let line = head + "(" + arguments.joined(separator: ", ") + ")"
        if layout.fits(line, depth: 2) { return line }
        var lines: [String] = []
        var current = ""
        for (index, argument) in arguments.enumerated() {
            let piece = argument + (index == arguments.count - 1 ? ")" : ",")
            if !current.isEmpty, !layout.fits(current + " " + piece, depth: 3) {
                lines.append(current)
                current = ""
            }
            current += current.isEmpty ? piece : " " + piece
        }
        lines.append(current)
        return head + "(\n" + lines.map { Layout.indent(3) + $0 }.joined(separator: "\n")
    }

    private static func method(_ name: String, _ printer: Printer) -> String {
        switch name {
        case "GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE", "POST", "PATCH", "CONNECT": "." + name.lowercased()
        default: printer.vocabulary["HTTPRequest"] + ".Method(" + SwiftSource.literal(name) + ")"
        }
    }

    private static func requirement(_ alternative: SecurityAlternative) -> String {
        if alternative.schemes.isEmpty { return "[:]" }
        let pairs = alternative.schemes.map { SwiftSource.literal($0.name) + ": " + SwiftSource.list($0.scopes) }
        return "[" + pairs.joined(separator: ", ") + "]"
    }

    /// The server's URL with each variable at its default.
    private static func server(_ server: ServerDecl, _ printer: Printer) -> String {
        ServerExpression.url(
            server, values: server.variables.map { ServerExpression.text(of: $0.defaultValue) }, hasBase: false, printer
        )
    }

    private static func successes(_ operation: OperationDecl) -> [ResponseCase] {
        switch operation.success {
        case .single(let response): [response]
        case .several(_, let cases): cases
        }
    }

    /// The streamed content types, and those that are read as a whole nevertheless.
    private static func streams(_ payloads: [Payload]) -> [String] {
        guard payloads.contains(where: \.coding.isStreamed) else { return [] }
        let others = payloads.filter { !$0.coding.isStreamed }.flatMap { [$0.contentType] + $0.otherTypes }
        return ["streams: true"] + (others.isEmpty ? [] : ["buffers: " + SwiftSource.list(others)])
    }

    private static func isUsual(_ status: ResponseCase.Status) -> Bool {
        switch status {
        case .code(let code): (200...299).contains(code)
        case .range(let hundred): hundred == 2
        case .otherwise: true
        }
    }

    /// Documented redirects next to a success. Redirects of other methods are not followed anyway.
    private static func redirects(_ operation: OperationDecl, _ printer: Printer) -> [ResponseCase] {
        guard ["GET", "HEAD"].contains(operation.httpMethod),
            let failure = printer.model.failures.find(operation.failure.id)
        else { return [] }
        return failure.cases.filter { response in
            switch response.status {
            case .code(let code): [301, 302, 303, 307, 308].contains(code)
            case .range(let hundred): hundred == 3
            case .otherwise: false
            }
        }
    }

    /// `successes: [302, 303]`, `redirects: [Int](300...399)`
    private static func statuses(_ label: String, _ cases: [ResponseCase], _ printer: Printer) -> [String] {
        if cases.isEmpty { return [] }
        var codes: [String] = []
        for response in cases {
            switch response.status {
            case .code(let code): codes.append("\(code)")
            case .range(let hundred):
                return [label + ": [" + printer.vocabulary["Int"] + "](\(hundred * 100)...\(hundred * 100 + 99))"]
            case .otherwise: break
            }
        }
        return [label + ": [" + codes.joined(separator: ", ") + "]"]
    }
}
