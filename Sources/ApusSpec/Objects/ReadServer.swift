import ApusSource

extension ReadingContext {
    func readServer(_ item: Place) -> Server? {
        guard let place = followMisplaced(item), expectObject(place, name: "servers") else { return nil }
        reportUnknownKeywords(in: place, of: .server)
        guard let url = text("url", in: place) else {
            report(.missingMember("url", of: "a server", in: place, hint: "Apus ignores the server"))
            return nil
        }
        var server = Server(url: url, mark: place.mark)
        server.name = text("name", in: place)
        server.documentation = text("description", in: place)
        server.variables = entries("variables", in: place).compactMap(readServerVariable)
        addUndeclaredVariables(to: &server, at: place)
        return server
    }

    private func readServerVariable(_ member: Member) -> ServerVariable? {
        guard let place = object(member) else { return nil }
        reportUnknownKeywords(in: place, of: .serverVariable)
        let values = texts("enum", in: place)
        let defaultValue = place.member("default").flatMap { $0.node.number?.text ?? text($0) }
        if defaultValue == nil {
            let hint = "Apus reads it as \"\(values.first ?? "")\""
            report(.missingMember("default", of: "the server variable \"\(member.key)\"", in: place, hint: hint))
        }
        return ServerVariable(
            name: member.key, defaultValue: defaultValue ?? values.first ?? "", enumeration: values,
            documentation: text("description", in: place))
    }

    private func addUndeclaredVariables(to server: inout Server, at place: Place) {
        let declared = Set(server.variables.map { SourceKey($0.name) })
        for name in PathTemplate.findNames(in: server.url) where !declared.contains(SourceKey(name)) {
            report(.undeclaredServerVariable(name, at: place))
            server.variables.append(ServerVariable(name: name, defaultValue: ""))
        }
    }
}

extension Diagnostic {
    fileprivate static func undeclaredServerVariable(_ name: String, at place: Place) -> Diagnostic {
        Diagnostic(
            id: "undeclared-server-variable", severity: .warning, message: "`variables` does not declare \"\(name)\"",
            mark: place.member("url")?.node.mark ?? place.mark, pointer: place.pointer + "/url",
            hint: "Apus reads it as a variable without a default")
    }
}
