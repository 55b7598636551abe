import ApusSource

extension DumpWriter {
    mutating func write(_ server: Server) {
        line(
            [server.url, server.name, server.documentation.map { quote($0) }].compactMap { $0 }.joined(separator: " "))
        indent { writer in
            for variable in server.variables {
                let values = variable.enumeration.isEmpty ? "" : " of " + variable.enumeration.joined(separator: ", ")
                writer.line("\(variable.name) = \(quote(variable.defaultValue))\(values)")
            }
        }
    }

    mutating func write(_ scheme: SecurityScheme) {
        switch scheme.kind {
        case .http(let name, let format): line("\(scheme.name): http \(name)" + (format.map { " (\($0))" } ?? ""))
        case .apiKey(let name, let location): line("\(scheme.name): apiKey \(name) in \(location.rawValue)")
        case .openIDConnect(let url): line("\(scheme.name): openIdConnect \(url)")
        case .mutualTLS: line("\(scheme.name): mutualTLS")
        case .other(let type): line("\(scheme.name): unknown type \(type)")
        case .oauth2(let flows):
            line("\(scheme.name): oauth2")
            indent { writer in
                for flow in flows {
                    let urls = [
                        flow.authorizationURL.map { "authorize \($0)" },
                        flow.deviceAuthorizationURL.map { "authorize device \($0)" },
                        flow.tokenURL.map { "token \($0)" },
                        flow.refreshURL.map { "refresh \($0)" },
                    ]
                    writer.line(([flow.kind.rawValue] + urls.compactMap { $0 }).joined(separator: " "))
                    let scopes = flow.scopes.map(\.name).joined(separator: ", ")
                    writer.indent { if !scopes.isEmpty { $0.line("scopes \(scopes)") } }
                }
            }
        }
    }

    /// `(key & oauth[read]) | none`
    static func describe(_ requirements: [SecurityRequirement]) -> String {
        if requirements.isEmpty { return "none" }
        return requirements.map { requirement in
            if requirement.entries.isEmpty { return "none" }
            return requirement.entries.map { entry in
                entry.scopes.isEmpty ? entry.scheme : "\(entry.scheme)[\(entry.scopes.joined(separator: ", "))]"
            }.joined(separator: " & ")
        }.joined(separator: " | ")
    }

    mutating func write(_ item: PathItem) {
        line(item.path)
        indent { writer in
            for operation in item.operations { writer.write(operation) }
            writer.write(item.extensions)
        }
    }

    private mutating func write(_ operation: Operation) {
        let deprecated = operation.isDeprecated ? "deprecated" : nil
        let tags = operation.tags.isEmpty ? nil : "[" + operation.tags.joined(separator: ", ") + "]"
        line([operation.method, operation.operationID, tags, deprecated].compactMap { $0 }.joined(separator: " "))
        indent { writer in
            if let text = operation.summary { writer.line("summary \(quote(text))") }
            if let text = operation.documentation { writer.line("doc \(quote(text))") }
            writer.section("servers", operation.servers) { $0.write($1) }
            writer.line("security " + Self.describe(operation.security))
            for parameter in operation.parameters { writer.write(parameter) }
            if let body = operation.requestBody { writer.write(body) }
            for response in operation.responses { writer.write(response) }
            writer.section("callbacks", operation.callbacks) { writer, callback in
                writer.section(callback.name, callback.items) { $0.write($1) }
            }
            writer.write(operation.extensions)
        }
    }

    private mutating func write(_ parameter: Parameter) {
        var words = ["\(parameter.location.rawValue) \(parameter.name)"]
        if parameter.isRequired { words.append("required") }
        if parameter.isDeprecated { words.append("deprecated") }
        words.append(parameter.style.rawValue)
        if parameter.explode { words.append("explode") }
        if parameter.allowsReserved { words.append("reserved") }
        if parameter.allowsEmptyValue { words.append("empty") }
        if let name = parameter.sharedName?.text { words.append("(\(name))") }
        line(words.joined(separator: " "))
        indent { writer in
            if let schema = parameter.schema { writer.write(schema, label: nil) }
            if let content = parameter.content { writer.write(content) }
            writer.write(parameter.extensions)
        }
    }

    private mutating func write(_ body: RequestBody) {
        line("body" + (body.isRequired ? " required" : "") + (body.sharedName.map { " (\($0.text))" } ?? ""))
        indent { writer in
            for media in body.content { writer.write(media) }
        }
    }

    private mutating func write(_ response: Response) {
        let status =
            switch response.status {
            case .code(let code): String(code)
            case .range(let first): "\(first)XX"
            case .otherwise: "default"
            }
        line("response \(status)" + (response.sharedName.map { " (\($0.text))" } ?? ""))
        indent { writer in
            for header in response.headers { writer.write(header) }
            for media in response.content { writer.write(media) }
            for link in response.links {
                writer.line("link \(link.name) \(link.operationID ?? link.operationReference ?? "")")
            }
        }
    }

    private mutating func write(_ header: Header) {
        line("header \(header.name)" + (header.isRequired ? " required" : "") + (header.explode ? " explode" : ""))
        indent { writer in
            if let schema = header.schema { writer.write(schema, label: nil) }
            if let content = header.content { writer.write(content) }
        }
    }

    private mutating func write(_ media: MediaType) {
        line(media.contentType)
        indent { writer in
            if let schema = media.schema { writer.write(schema, label: nil) }
            if let schema = media.itemSchema { writer.write(schema, label: "each item") }
            for encoding in media.encodings {
                let words = [
                    encoding.contentType, encoding.style?.rawValue,
                    encoding.explode.map { $0 ? "explode" : "no explode" },
                ]
                writer.line((["encoding \(encoding.property)"] + words.compactMap { $0 }).joined(separator: " "))
                writer.indent { writer in
                    for header in encoding.headers { writer.write(header) }
                }
            }
        }
    }

    mutating func write(_ extensions: Extensions) {
        for entry in extensions.entries { line("\(entry.key) \(quote(entry.value.dumpText, limit: 200))") }
    }
}
