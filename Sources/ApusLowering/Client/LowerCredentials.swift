import ApusModel
import ApusSource
import ApusSpec

extension Lowerer {
    func lowerCredentials() -> CredentialsDecl {
        var scope = NameScope(reserved: ReservedNames.credentials)
        let schemes = document.securitySchemes.map { scheme in
            let own = NamingExtensions.name(.member, in: scheme.extensions)
            let given = settings.name(of: scheme.name) ?? own ?? scheme.name
            let name = Identifiers.member(given, fallback: "key")
            let doc = Lowerer.makeDoc(summary: nil, documentation: scheme.documentation)
            var decl = SecuritySchemeDecl(
                name: Keywords.escape(scope.claim(name, fallbacks: [name + "Credential"])), key: scheme.name,
                kind: Lowerer.lowerKind(scheme.kind), doc: doc)
            if scheme.isDeprecated {
                decl.deprecation = Deprecation(message: scheme.extensions["x-deprecation-message"]?.string)
            }
            return decl
        }
        var decl = CredentialsDecl(typeName: options.module + "Credentials", schemes: schemes)
        decl.refusals = nameRefusals(readRefusals(), in: &scope)
        return decl
    }

    /// Rules with the same reason share a constant; `agreement_required` → `agreementRequired`.
    private func nameRefusals(_ rules: [RefusalDecl], in scope: inout NameScope) -> [RefusalDecl] {
        var names: [String: String] = [:]
        return rules.map { rule in
            if RefusalDecl.registeredReasons.contains(rule.reason) { return rule }
            var rule = rule
            let name = Identifiers.member(rule.reason, fallback: "refusal")
            rule.name =
                names[rule.reason] ?? Keywords.escape(scope.claim(name, fallbacks: [name + "Refusal"]))
            names[rule.reason] = rule.name
            return rule
        }
    }

    private static func lowerKind(_ kind: SecurityScheme.Kind) -> SecuritySchemeDecl.Kind {
        switch kind {
        case .http(let scheme, _): .http(scheme: scheme.lowercased())
        case .apiKey(let name, let location): .apiKey(name: name, location: lowerLocation(location))
        case .oauth2(let flows): .oauth2(flows: flows.map(lowerFlow))
        case .openIDConnect(let url): .openIDConnect(url: url)
        case .mutualTLS: .mutualTLS
        case .other(let name): .other(name)
        }
    }

    private static func lowerLocation(_ location: Parameter.Location) -> ParameterDecl.Location {
        switch location {
        case .query, .queryString: .query
        case .cookie: .cookie
        case .header, .path: .header
        }
    }

    private static func lowerFlow(_ flow: OAuthFlow) -> OAuthFlowDecl {
        var decl = OAuthFlowDecl(kind: flow.kind.rawValue, scopes: flow.scopes.map(\.name))
        decl.authorizationURL = flow.authorizationURL
        decl.deviceAuthorizationURL = flow.deviceAuthorizationURL
        decl.tokenURL = flow.tokenURL
        decl.refreshURL = flow.refreshURL
        return decl
    }
}
