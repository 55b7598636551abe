import ApusSource

extension ReadingContext {
    /// A list of alternatives. One that names an undefined scheme cannot be satisfied and is dropped, unless it also
    /// names others.
    func readSecurity(_ member: Member) -> [SecurityRequirement] {
        items(member).compactMap { item in
            guard expectObject(item, name: "security") else { return nil }
            // Null means an empty list of scopes.
            let members = (item.node.mapping?.entries ?? []).map { Member(entry: $0, owner: item) }
            let entries = members.compactMap { entry -> SecurityRequirement.Entry? in
                guard schemeNames.contains(entry.key) else {
                    report(.undefinedSecurityScheme(entry, nearest: findNearest(to: entry.key, among: schemeNames)))
                    return nil
                }
                return SecurityRequirement.Entry(scheme: entry.key, scopes: entry.node.isNull ? [] : texts(entry))
            }
            return entries.isEmpty && !members.isEmpty ? nil : SecurityRequirement(entries: entries)
        }
    }

    func readSecuritySchemes(_ key: String, in locations: [NodeLocation]) -> [SecurityScheme] {
        let schemes = locations.flatMap { entries(key, in: $0) }.compactMap(readSecurityScheme)
        schemeNames = Set(schemes.map(\.name))
        return schemes
    }

    private func readSecurityScheme(_ member: Member) -> SecurityScheme? {
        guard let followed = follow(member.location), expectObject(followed.location, name: "securitySchemes") else {
            return nil
        }
        let location = followed.location
        reportUnknownKeywords(in: location, of: .securityScheme)
        guard let type = text("type", in: location) else {
            report(.missingMember("type", of: "the security scheme", in: location, hint: "Apus leaves the scheme out"))
            return nil
        }
        if let word = location.member("type"), let nearest = findMisspelled(word, among: Self.schemeTypes) {
            report(.unknownWord(word, known: Self.schemeTypes, nearest: nearest))
        }
        guard let kind = readSchemeKind(type, in: location) else { return nil }
        var scheme = SecurityScheme(name: member.key, kind: kind, mark: member.entry.keyMark)
        scheme.documentation = followed.documentation ?? text("description", in: location)
        scheme.isDeprecated = flag("deprecated", in: location) ?? false
        scheme.extensions = extensions(of: location)
        return scheme
    }

    private static let schemeTypes = ["apiKey", "http", "mutualTLS", "oauth2", "openIdConnect"]

    /// The known word that one of the document's own is likely to mean; a word like no other belongs to somebody's extension.
    private func findMisspelled(_ word: Member, among known: [String]) -> String? {
        guard let text = word.node.string, !known.contains(text), text != "basic" else { return nil }
        return findNearest(to: text, among: known)
    }

    private func readSchemeKind(_ type: String, in location: NodeLocation) -> SecurityScheme.Kind? {
        switch type {
        case "http": readHTTPScheme(in: location)
        case "basic": .http(scheme: "basic", bearerFormat: nil)
        case "apiKey": readAPIKey(in: location)
        case "oauth2":
            .oauth2(
                flows: location.dialect.version == .swagger2 ? readSwaggerFlow(in: location) : readFlows(in: location))
        case "openIdConnect": .openIDConnect(url: text("openIdConnectUrl", in: location) ?? "")
        case "mutualTLS": .mutualTLS
        default: .other(type)
        }
    }

    private func readHTTPScheme(in location: NodeLocation) -> SecurityScheme.Kind {
        let scheme = text("scheme", in: location)
        if scheme == nil {
            report(
                .missingMember("scheme", of: "the security scheme", in: location, hint: "Apus reads it as \"bearer\""))
        }
        return .http(scheme: scheme ?? "bearer", bearerFormat: text("bearerFormat", in: location))
    }

    private func readAPIKey(in object: NodeLocation) -> SecurityScheme.Kind? {
        guard let name = text("name", in: object) else {
            report(.missingMember("name", of: "the security scheme", in: object, hint: "Apus leaves the scheme out"))
            return nil
        }
        let location = text("in", in: object).flatMap(Parameter.Location.init(rawValue:))
        if location == nil {
            report(.missingMember("in", of: "the security scheme", in: object, hint: "Apus reads it as \"header\""))
        }
        return .apiKey(name: name, location: location ?? .header)
    }

    private func readFlows(in location: NodeLocation) -> [OAuthFlow] {
        (object("flows", in: location)?.members.filter { !$0.isExtension } ?? []).compactMap { member in
            guard let kind = OAuthFlow.Kind(rawValue: member.key) else {
                report(.unknownKeyword(member, of: "`flows`"))
                return nil
            }
            return object(member).map { readFlow(kind, in: $0) }
        }
    }

    func readFlow(_ kind: OAuthFlow.Kind, in location: NodeLocation) -> OAuthFlow {
        if location.dialect.version != .swagger2 { reportUnknownKeywords(in: location, of: .oauthFlow) }
        var flow = OAuthFlow(kind: kind)
        flow.authorizationURL = text("authorizationUrl", in: location)
        flow.deviceAuthorizationURL = text("deviceAuthorizationUrl", in: location)
        flow.tokenURL = text("tokenUrl", in: location)
        flow.refreshURL = text("refreshUrl", in: location)
        // Swagger 2.0 allows extensions of its scopes, OpenAPI 3 has a map of names.
        let scopes = textEntries("scopes", in: location)
        flow.scopes = scopes.filter { !$0.isExtension || location.dialect.version != .swagger2 }.map { member in
            OAuthFlow.Scope(name: member.key, documentation: member.node.isNull ? "" : text(member) ?? "")
        }
        return flow
    }
}

extension Diagnostic {
    fileprivate static func undefinedSecurityScheme(_ member: Member, nearest: String?) -> Diagnostic {
        Diagnostic(
            id: "undefined-security-scheme", severity: .warning,
            message: "there is no security scheme \"\(member.key)\"",
            mark: member.entry.keyMark, pointer: member.pointer,
            hint: advise(nearest, "Apus leaves it out of the requirement; define it among the security schemes"))
    }
}
