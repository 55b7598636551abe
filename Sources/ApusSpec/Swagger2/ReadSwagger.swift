import ApusSource

/// The fields of Swagger 2.0 that later versions moved or split.
extension ReadingContext {
    func readSwagger(_ place: Place, into document: inout Document) {
        document.servers = readSwaggerServers(in: place)
        document.securitySchemes = readSecuritySchemes("securityDefinitions", in: [place])
        document.security = place.member("security").map(readSecurity)
        document.namedSchemas = readNamedSchemas("definitions", in: place)
        let inherited = InheritedParts(
            security: document.security, consumes: texts("consumes", in: place), produces: texts("produces", in: place))
        document.paths = readPaths(in: place, inherited: inherited)
        for member in entries("parameters", in: place) { _ = readParameter(member.place) }
        for member in entries("responses", in: place) {
            _ = readResponse(member.place, status: .otherwise, produces: inherited.produces)
        }
    }

    /// One server for each scheme, the encrypted one first. Without a host the URL is relative to the document's, and
    /// without both there is no server.
    private func readSwaggerServers(in place: Place) -> [Server] {
        let path = text("basePath", in: place) ?? ""
        guard let host = place.member("host"), let name = text(host), !name.isEmpty else {
            guard let member = place.member("basePath"), path != "/", !path.isEmpty else { return [] }
            return [Server(url: path, mark: member.node.mark)]
        }
        let declared = texts("schemes", in: place)
        let schemes = declared.isEmpty ? ["https"] : declared
        let ordered = schemes.filter { $0 == "https" } + schemes.filter { $0 != "https" }
        let suffix = path == "/" ? "" : path.hasPrefix("/") || path.isEmpty ? path : "/" + path
        return ordered.map { Server(url: "\($0)://\(name)\(suffix)", mark: host.node.mark) }
    }

    /// The operation's `consumes` and `produces` replace the document's; an empty list clears them.
    func readSwaggerMediaTypes(in operation: Place, inherited: InheritedParts) -> InheritedParts {
        var parts = inherited
        if let member = operation.member("consumes") { parts.consumes = texts(member) }
        if let member = operation.member("produces") { parts.produces = texts(member) }
        return parts
    }

    /// The one flow of a Swagger 2.0 scheme; `accessCode` and `application` are older names.
    func readSwaggerFlow(in place: Place) -> [OAuthFlow] {
        guard let word = place.member("flow"), let text = text(word) else {
            report(.missingMember("flow", of: "the security scheme", in: place, hint: "it has no way to get a token"))
            return []
        }
        let kinds: [String: OAuthFlow.Kind] = [
            "implicit": .implicit, "password": .password, "application": .clientCredentials,
            "accessCode": .authorizationCode,
        ]
        guard let kind = kinds[text] else {
            report(.unknownWord(word, known: kinds.keys.sorted()))
            return []
        }
        return [readFlow(kind, in: place)]
    }
}
