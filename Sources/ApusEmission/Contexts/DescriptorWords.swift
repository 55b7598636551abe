import ApusModel

/// The arguments of an operation's descriptor; what is a default is not said.
enum DescriptorWords {
    static func descriptor(_ operation: OperationDecl, _ printer: Printer) -> String {
        var arguments = [
            "id: " + SwiftText.literal(operation.id), "method: " + method(operation.httpMethod),
            "path: " + SwiftText.literal(operation.path),
        ]
        if !operation.security.isEmpty {
            arguments.append("security: [" + operation.security.map(requirement).joined(separator: ", ") + "]")
        }
        if operation.accepts != ["application/json"] {
            arguments.append("accept: " + SwiftText.list(operation.accepts))
        }
        if let server = operation.server { arguments.append("server: " + self.server(server, printer)) }
        arguments += streams(successes(operation).flatMap(\.payloads))
        let others = successes(operation).compactMap(unusualStatus)
        if !others.isEmpty { arguments.append("successes: [" + others.map(String.init).joined(separator: ", ") + "]") }
        // What the method says, the runtime knows by itself.
        if operation.isIdempotent != OperationDecl.idempotentMethods.contains(operation.httpMethod) {
            arguments.append("idempotent: \(operation.isIdempotent)")
        }
        if let attempts = operation.attempts { arguments.append("attempts: \(attempts)") }
        if operation.deprecation != nil { arguments.append("deprecated: true") }
        if !operation.tags.isEmpty { arguments.append("tags: " + SwiftText.list(operation.tags)) }
        return lines(printer.vocabulary["OperationDescriptor"], arguments)
    }

    /// As many arguments on a line as fit.
    private static func lines(_ head: String, _ arguments: [String]) -> String {
        let line = head + "(" + arguments.joined(separator: ", ") + ")"
        if Layout(offset: 0).fits(line, depth: 2) { return line }
        var lines: [String] = []
        var current = ""
        for (index, argument) in arguments.enumerated() {
            let piece = argument + (index == arguments.count - 1 ? ")" : ",")
            if !current.isEmpty, !Layout(offset: 0).fits(current + " " + piece, depth: 3) {
                lines.append(current)
                current = ""
            }
            current += current.isEmpty ? piece : " " + piece
        }
        lines.append(current)
        return head + "(\n" + lines.map { Layout.indent(3) + $0 }.joined(separator: "\n")
    }

    private static func method(_ name: String) -> String {
        switch name {
        case "GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE", "POST", "PATCH", "CONNECT": "." + name.lowercased()
        default: ".custom(" + SwiftText.literal(name) + ")"
        }
    }

    private static func requirement(_ alternative: SecurityAlternative) -> String {
        if alternative.schemes.isEmpty { return "[:]" }
        let pairs = alternative.schemes.map { SwiftText.literal($0.name) + ": " + SwiftText.list($0.scopes) }
        return "[" + pairs.joined(separator: ", ") + "]"
    }

    /// With each variable at its default.
    private static func server(_ server: ServerDecl, _ printer: Printer) -> String {
        ServerWords.url(
            server, values: server.variables.map { ServerWords.text(of: $0.defaultValue) }, hasBase: false, printer)
    }

    private static func successes(_ operation: OperationDecl) -> [ResponseCase] {
        switch operation.success {
        case .single(let response): [response]
        case .several(_, let cases): cases
        }
    }

    /// What comes in pieces, and what is read as a whole all the same.
    private static func streams(_ payloads: [Payload]) -> [String] {
        guard payloads.contains(where: \.coding.isStreamed) else { return [] }
        let others = payloads.filter { !$0.coding.isStreamed }.flatMap { [$0.contentType] + $0.otherTypes }
        return ["streams: true"] + (others.isEmpty ? [] : ["buffers: " + SwiftText.list(others)])
    }

    private static func unusualStatus(_ response: ResponseCase) -> Int? {
        if case .code(let code) = response.status, !(200...299).contains(code) { return code }
        return nil
    }
}
