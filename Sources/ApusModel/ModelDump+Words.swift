extension ModelDump {
    func describe(_ payload: Payload) -> String {
        "\(payload.coding.rawValue) \(payload.contentType) \(describe(payload.type))"
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
        case .servers: "servers"
        case .credentials: "credentials"
        case .readme: "readme"
        case .operations(let places): "\(places.count) operations"
        case .failures(let places): "\(places.count) failures"
        case .types(let places): "\(places.count) types"
        case .events(let places): "\(places.count) events"
        }
    }
}
