import ApusModel
import ApusSchemas
import ApusSource
import ApusSpec

extension Lowerer {
    /// A server that is only `/` is ignored: the caller supplies one.
    func lowerServers() -> ServersDecl {
        let real = document.servers.filter { $0.url != "/" && !$0.url.isEmpty }
        var servers = real.enumerated().map { lowerServer($1, at: $0, of: real.count) }
        var scope = NameScope(reserved: ReservedNames.servers)
        for index in servers.indices {
            let name = Identifiers.member(servers[index].name, fallback: "server")
            servers[index].name = Keywords.escape(scope.claim(name, fallbacks: [name + "Server"]))
        }
        let first = servers.firstIndex { $0.url.contains("://") || $0.url.hasPrefix("{") }
        return ServersDecl(
            typeName: options.module + "Server", servers: servers, defaultServer: first.map { DeclID($0) })
    }

    func lowerServer(_ server: Server, at position: Int, of count: Int) -> ServerDecl {
        let given = server.name ?? ServerNames.name(of: server, at: position, of: count)
        let name = settings.name(of: server.url) ?? settings.name(of: given) ?? given
        let id = TypeID("server#\(server.mark.file.index)/\(server.mark.offset)")
        let site = Site(id: id, name: name, path: given)
        var decl = ServerDecl(
            name: name, url: server.url, doc: Lowerer.makeDoc(summary: nil, documentation: server.documentation))
        var scope = NameScope(reserved: ReservedNames.members)
        for variable in server.variables {
            var inner = site.property(variable.name)
            inner.name = settings.name(of: inner.path) ?? variable.name
            let variableName = Keywords.escape(scope.claim(Identifiers.member(inner.name)))
            let (type, value) = lowerVariable(variable, at: inner, into: &decl.nested)
            decl.variables.append(
                ServerDecl.Variable(
                    name: variableName, key: variable.name, type: type, defaultValue: value,
                    documentedValues: [variable.defaultValue] + variable.enumeration,
                    doc: Lowerer.makeDoc(summary: nil, documentation: variable.documentation)))
        }
        return decl
    }

    /// A closed enum over the listed values: a variable's text is inserted into the host, and OpenAPI limits it to
    /// these ("Server Variable Object"). Other URLs are passed whole, through `custom`.
    private func lowerVariable(
        _ variable: ServerVariable, at site: Site, into nested: inout [TypeDecl]
    ) -> (TypeRef, LiteralValue) {
        guard !variable.enumeration.isEmpty else { return (.scalar(.string), .string(variable.defaultValue)) }
        var seen: Set<String> = []
        // Some documents omit the default from the list.
        let values = (variable.enumeration + [variable.defaultValue]).filter { seen.insert($0).inserted }
        let header = TypeHeader(
            id: site.id, name: site.name, doc: Lowerer.makeDoc(summary: nil, documentation: variable.documentation),
            usage: Usage(isSent: true))
        let cases = values.map { EnumDecl.Case(name: settings.name(of: site.path + "." + $0) ?? $0, raw: .string($0)) }
        nested.append(.enumeration(EnumDecl(header: header, rawType: .scalar(.string), cases: cases, isClosed: true)))
        return (.named(site.id), .string(variable.defaultValue))
    }
}
