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

    func readSecuritySchemes(_ key: String, in places: [Place]) -> [SecurityScheme] {
        let schemes = places.flatMap { entries(key, in: $0) }.compactMap(readSecurityScheme)
        schemeNames = Set(schemes.map(\.name))
        return schemes
    }

    private func readSecurityScheme(_ member: Member) -> SecurityScheme? {
        guard let followed = follow(member.place), expectObject(followed.place, name: "securitySchemes") else {
            return nil
        }
        let place = followed.place
        reportUnknownKeywords(in: place, of: .securityScheme)
        guard let type = text("type", in: place) else {
            report(.missingMember("type", of: "the security scheme", in: place, hint: "Apus leaves the scheme out"))
            return nil
        }
        if let word = place.member("type"), let nearest = findMisspelled(word, among: Self.schemeTypes) {
            report(.unknownWord(word, known: Self.schemeTypes, nearest: nearest))
        }
        guard let kind = readSchemeKind(type, in: place) else { return nil }
        var scheme = SecurityScheme(name: member.key, kind: kind, mark: member.entry.keyMark)
        scheme.documentation = followed.documentation ?? text("description", in: place)
        scheme.isDeprecated = flag("deprecated", in: place) ?? false
        scheme.extensions = extensions(of: place)
        return scheme
    }

    private static let schemeTypes = ["apiKey", "http", "mutualTLS", "oauth2", "openIdConnect"]

    /// The known word that one of the document's own is likely to mean; a word like no other belongs to somebody's extension.
    private func findMisspelled(_ word: Member, among known: [String]) -> String? {
        guard let text = word.node.string, !known.contains(text), text != "basic" else { return nil }
        return findNearest(to: text, among: known)
    }

    private func readSchemeKind(_ type: String, in place: Place) -> SecurityScheme.Kind? {
        switch type {
        case "http": readHTTPScheme(in: place)
        case "basic": .http(scheme: "basic", bearerFormat: nil)
        case "apiKey": readAPIKey(in: place)
        case "oauth2":
            .oauth2(flows: place.dialect.version == .swagger2 ? readSwaggerFlow(in: place) : readFlows(in: place))
        case "openIdConnect": .openIDConnect(url: text("openIdConnectUrl", in: place) ?? "")
        case "mutualTLS": .mutualTLS
        default: .other(type)
        }
    }

    private func readHTTPScheme(in place: Place) -> SecurityScheme.Kind {
        let scheme = text("scheme", in: place)
        if scheme == nil {
            report(.missingMember("scheme", of: "the security scheme", in: place, hint: "Apus reads it as \"bearer\""))
        }
        return .http(scheme: scheme ?? "bearer", bearerFormat: text("bearerFormat", in: place))
    }

    private func readAPIKey(in place: Place) -> SecurityScheme.Kind? {
        guard let name = text("name", in: place) else {
            report(.missingMember("name", of: "the security scheme", in: place, hint: "Apus leaves the scheme out"))
            return nil
        }
        let location = text("in", in: place).flatMap(Parameter.Location.init(rawValue:))
        if location == nil {
            report(.missingMember("in", of: "the security scheme", in: place, hint: "Apus reads it as \"header\""))
        }
        return .apiKey(name: name, location: location ?? .header)
    }

    private func readFlows(in place: Place) -> [OAuthFlow] {
        (object("flows", in: place)?.members.filter { !$0.isExtension } ?? []).compactMap { member in
            guard let kind = OAuthFlow.Kind(rawValue: member.key) else {
                report(.unknownKeyword(member, of: "`flows`"))
                return nil
            }
            return object(member).map { readFlow(kind, in: $0) }
        }
    }

    func readFlow(_ kind: OAuthFlow.Kind, in place: Place) -> OAuthFlow {
        if place.dialect.version != .swagger2 { reportUnknownKeywords(in: place, of: .oauthFlow) }
        var flow = OAuthFlow(kind: kind)
        flow.authorizationURL = text("authorizationUrl", in: place)
        flow.deviceAuthorizationURL = text("deviceAuthorizationUrl", in: place)
        flow.tokenURL = text("tokenUrl", in: place)
        flow.refreshURL = text("refreshUrl", in: place)
        // Swagger 2.0 allows extensions of its scopes, OpenAPI 3 has a map of names.
        let scopes = textEntries("scopes", in: place)
        flow.scopes = scopes.filter { !$0.isExtension || place.dialect.version != .swagger2 }.map { member in
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
