import ApusSource

extension ReadingContext {
    func readServer(_ item: NodeLocation) -> Server? {
        guard let location = followMisplaced(item), expectObject(location, name: "servers") else { return nil }
        reportUnknownKeywords(in: location, of: .server)
        guard let url = text("url", in: location) else {
            report(.missingMember("url", of: "a server", in: location, hint: "Apus ignores the server"))
            return nil
        }
        var server = Server(url: url, mark: location.mark)
        server.name = text("name", in: location)
        server.documentation = text("description", in: location)
        server.variables = entries("variables", in: location).compactMap(readServerVariable)
        addUndeclaredVariables(to: &server, at: location)
        return server
    }

    private func readServerVariable(_ member: Member) -> ServerVariable? {
        guard let location = object(member) else { return nil }
        reportUnknownKeywords(in: location, of: .serverVariable)
        let values = texts("enum", in: location)
        let defaultValue = location.member("default").flatMap { $0.node.number?.text ?? text($0) }
        if defaultValue == nil {
            let hint = "Apus reads it as \"\(values.first ?? "")\""
            report(.missingMember("default", of: "the server variable \"\(member.key)\"", in: location, hint: hint))
        }
        return ServerVariable(
            name: member.key, defaultValue: defaultValue ?? values.first ?? "", enumeration: values,
            documentation: text("description", in: location))
    }

    private func addUndeclaredVariables(to server: inout Server, at location: NodeLocation) {
        let declared = Set(server.variables.map { SourceKey($0.name) })
        for name in PathTemplate.findNames(in: server.url) where !declared.contains(SourceKey(name)) {
            report(.undeclaredServerVariable(name, at: location))
            server.variables.append(ServerVariable(name: name, defaultValue: ""))
        }
    }
}

extension Diagnostic {
    fileprivate static func undeclaredServerVariable(_ name: String, at location: NodeLocation) -> Diagnostic {
        Diagnostic(
            id: "undeclared-server-variable", severity: .warning, message: "`variables` does not declare \"\(name)\"",
            mark: location.member("url")?.node.mark ?? location.mark, pointer: location.pointer + "/url",
            hint: "Apus reads it as a variable without a default")
    }
}
