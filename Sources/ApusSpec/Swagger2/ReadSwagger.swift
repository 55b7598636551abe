import ApusSource

/// The fields of Swagger 2.0 that later versions moved or split.
extension ReadingContext {
    func readSwagger(_ location: NodeLocation, into document: inout Document) {
        document.servers = readSwaggerServers(in: location)
        document.securitySchemes = readSecuritySchemes("securityDefinitions", in: [location])
        document.security = location.member("security").map(readSecurity)
        document.namedSchemas = readNamedSchemas("definitions", in: location)
        let inherited = InheritedParts(
            security: document.security, consumes: texts("consumes", in: location),
            produces: texts("produces", in: location))
        document.paths = readPaths(in: location, inherited: inherited)
        for member in entries("parameters", in: location) { _ = readParameter(member.location) }
        for member in entries("responses", in: location) {
            _ = readResponse(member.location, status: .otherwise, produces: inherited.produces)
        }
    }

    /// One server for each scheme, the encrypted one first. Without a host the URL is relative to the document's, and
    /// without both there is no server.
    private func readSwaggerServers(in location: NodeLocation) -> [Server] {
        let path = text("basePath", in: location) ?? ""
        guard let host = location.member("host"), let name = text(host), !name.isEmpty else {
            guard let member = location.member("basePath"), path != "/", !path.isEmpty else { return [] }
            return [Server(url: path, mark: member.node.mark)]
        }
        let declared = texts("schemes", in: location)
        let schemes = declared.isEmpty ? ["https"] : declared
        let ordered = schemes.filter { $0 == "https" } + schemes.filter { $0 != "https" }
        let suffix = path == "/" ? "" : path.hasPrefix("/") || path.isEmpty ? path : "/" + path
        return ordered.map { Server(url: "\($0)://\(name)\(suffix)", mark: host.node.mark) }
    }

    /// The operation's `consumes` and `produces` replace the document's; an empty list clears them.
    func readSwaggerMediaTypes(in operation: NodeLocation, inherited: InheritedParts) -> InheritedParts {
        var parts = inherited
        if let member = operation.member("consumes") { parts.consumes = texts(member) }
        if let member = operation.member("produces") { parts.produces = texts(member) }
        return parts
    }

    /// The one flow of a Swagger 2.0 scheme; `accessCode` and `application` are older names.
    func readSwaggerFlow(in location: NodeLocation) -> [OAuthFlow] {
        guard let word = location.member("flow"), let text = text(word) else {
            report(
                .missingMember("flow", of: "the security scheme", in: location, hint: "it has no way to get a token"))
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
        return [readFlow(kind, in: location)]
    }
}
