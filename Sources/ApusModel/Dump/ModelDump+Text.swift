extension ModelDump {
    func describe(_ payload: Payload) -> String {
        payload.coding.rawValue
            + " \(([payload.contentType] + payload.otherTypes).joined(separator: ", ")) \(describe(payload.type))"
            + payload.parts.map { " \(describe($0))" }.joined() + (payload.terminator.map { " until \"\($0)\"" } ?? "")
    }

    private func describe(_ part: PartDecl) -> String {
        var words = [part.key]
        if let style = part.style { words.append(style + (part.explode ? "*" : "")) }
        if part.allowsReserved { words.append("reserved") }
        if let type = part.contentType { words.append(type) }
        if part.xml != nil { words.append("xml") }
        words += part.headers.map { "\($0.name): \($0.value)" }
        return "[" + words.joined(separator: " ") + "]"
    }

    func describe(_ status: ResponseCase.Status) -> String {
        switch status {
        case .code(let code): String(code)
        case .range(let hundred): "\(hundred)XX"
        case .otherwise: "default"
        }
    }

    func describe(_ alternative: SecurityAlternative) -> String {
        alternative.schemes.isEmpty
            ? "none"
            : alternative.schemes.map { scheme in
                scheme.scopes.isEmpty ? scheme.name : "\(scheme.name)(\(scheme.scopes.joined(separator: " ")))"
            }.joined(separator: " + ")
    }

    func describe(_ kind: SecuritySchemeDecl.Kind) -> String {
        switch kind {
        case .http(let scheme): "http \(scheme)"
        case .apiKey(let name, let location): "apiKey \(location.rawValue) \"\(name)\""
        case .oauth2(let flows):
            "oauth2 " + flows.map { "\($0.kind)(\($0.scopes.count) scopes)" }.joined(separator: " ")
        case .openIDConnect(let url): "openIDConnect \(url)"
        case .mutualTLS: "mutualTLS"
        case .other(let name): name
        }
    }

    func describe(_ content: FilePlan.Content) -> String {
        switch content {
        case .client: "client"
        case .namespace: "namespace"
        case .servers: "servers"
        case .credentials: "credentials"
        case .readme: "readme"
        case .landing: "landing"
        case .operations(let indices): "\(indices.count) operations"
        case .failures(let indices): "\(indices.count) failures"
        case .headers(let indices): "\(indices.count) headers"
        case .types(let indices): "\(indices.count) types"
        case .events(let indices): "\(indices.count) events"
        case .shims: "kept names"
        }
    }
}
