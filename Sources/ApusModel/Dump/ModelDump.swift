/// Writes declarations as indented lines.
struct ModelDump {
    let names: [TypeID: [String]]
    private(set) var text = ""
    private var indent = ""

    init(names: [TypeID: [String]]) {
        self.names = names
    }

    mutating func line(_ content: String) {
        text += indent + content + "\n"
    }

    mutating func inside(_ body: (inout ModelDump) -> Void) {
        indent += "    "
        body(&self)
        indent.removeLast(4)
    }

    mutating func write(_ model: APIModel) {
        line("module \(model.module) from \(model.source.path)")
        if let namespace = model.namespace { line("in \(namespace)") }
        line("client \(model.client.name) \(model.client.product)")
        inside { dump in for text in dump.describe(rulesOf: model.client) { dump.line(text) } }
        write(model.servers)
        line("credentials \(model.credentials.typeName)")
        inside { dump in
            for scheme in model.credentials.schemes {
                dump.line("\(scheme.name) \"\(scheme.key)\" \(dump.describe(scheme.kind))")
            }
            for refusal in model.credentials.refusals { dump.line(dump.describe(refusal)) }
        }
        for namespace in model.namespaces { line("namespace \(namespace.name): \(namespace.typeName)") }
        for operation in model.operations { write(operation, failures: model.failures) }
        for failure in model.failures where !failure.isNested {
            line("failure \(failure.name)")
            inside { dump in for response in failure.cases { dump.write(response) } }
        }
        for event in model.events {
            line("event \(event.name) \"\(event.key)\"" + (event.payload.map { ": " + describe($0) } ?? ""))
        }
        if let webhooks = model.webhooks {
            let keys = webhooks.cases.map { "\"\($0.key)\"" }.joined(separator: " ")
            line("webhooks \(describe(.named(webhooks.type))) \(keys)")
        }
        for type in model.types { write(type) }
        for file in model.files { line("file \(file.path) \(describe(file.content))") }
    }

    private mutating func write(_ servers: ServersDecl) {
        line("servers \(servers.typeName)")
        inside { dump in
            for (id, server) in zip(servers.servers.ids, servers.servers) {
                dump.line("\(server.name) \"\(server.url)\"" + (id == servers.defaultServer ? " (default)" : ""))
                dump.inside { dump in
                    for variable in server.variables {
                        dump.line(
                            "\(variable.name) \"\(variable.key)\": \(dump.describe(variable.type)) = \(dump.describe(variable.defaultValue))"
                        )
                    }
                    for type in server.nested { dump.write(type) }
                }
            }
        }
    }

    mutating func write(_ operation: OperationDecl, failures: [FailureDecl]) {
        line(
            "operation \(operation.typeName) \(operation.methodName) \(operation.httpMethod) \(operation.path)"
                + mark(operation.deprecation))
        inside { dump in
            for parameter in operation.parameters { dump.write(parameter) }
            if let body = operation.body {
                let payloads = body.alternatives.map { dump.describe($0) }.joined(separator: " | ")
                dump.line("\(body.name)\(body.isRequired ? "" : "?"): \(payloads)")
            }
            switch operation.success {
            case .single(let response): dump.write(response)
            case .several(let name, let cases):
                dump.line("returns \(name)")
                dump.inside { dump in for response in cases { dump.write(response) } }
            }
            if let failure = failures.find(operation.failure.id) {
                dump.line("throws \(failure.name)")
                if failure.isNested { dump.inside { dump in for response in failure.cases { dump.write(response) } } }
            }
            if let attempts = operation.attempts { dump.line("attempts \(attempts)") }
            for constraint in operation.constraints { dump.line("demands \(constraint)") }
            if let paging = operation.paging { dump.line(dump.describe(paging)) }
            if let result = operation.result {
                dump.line("result \(result.pointer): \(dump.describe(result.type))")
            }
            for alternative in operation.security { dump.line("security \(dump.describe(alternative))") }
            for type in operation.nested { dump.write(type) }
        }
    }

    private mutating func write(_ parameter: ParameterDecl) {
        let flags = (parameter.allowsReserved ? " reserved" : "") + (parameter.allowsEmptyValue ? " empty" : "")
        let style = "\(parameter.style)\(parameter.explode ? "*" : "")"
        line(
            "\(parameter.name) \(parameter.location.rawValue) \"\(parameter.key)\" \(style): \(describe(parameter.type))"
                + (parameter.isRequired ? "" : "?") + (parameter.defaultValue.map { " = " + describe($0) } ?? "")
                + flags + (parameter.clientArgument.map { " or the client's \($0.name)" } ?? "")
                + mark(parameter.deprecation))
    }

    mutating func write(_ response: ResponseCase) {
        let payloads = response.payloads.map { describe($0) }.joined(separator: " | ")
        line("\(describe(response.status)) \(response.name)" + (payloads.isEmpty ? "" : ": " + payloads))
        inside { dump in
            for header in response.headers {
                dump.line(
                    "header \(header.name) \"\(header.key)\": \(dump.describe(header.type))\(header.isRequired ? "" : "?")"
                )
            }
        }
    }
}
