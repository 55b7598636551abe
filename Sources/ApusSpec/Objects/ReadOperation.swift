import ApusSource

extension ReadingContext {
    func readOperation(_ member: Member, method: String, scope: OperationScope) -> Operation? {
        guard let location = object(member) else { return nil }
        reportUnknownKeywords(in: location, of: .operation)
        var operation = Operation(method: method, path: scope.path, mark: member.entry.keyMark, pointer: member.pointer)
        operation.operationID = readOperationID(in: location, operation: member, scope: scope)
        operation.summary = text("summary", in: location) ?? scope.summary
        operation.documentation = text("description", in: location) ?? scope.documentation
        operation.tags = texts("tags", in: location)
        checkTags(of: location)
        operation.isDeprecated = flag("deprecated", in: location) ?? false
        operation.externalDocs = location.member("externalDocs").flatMap { readExternalDocs($0.location) }
        operation.extensions = extensions(of: location)
        operation.security = location.member("security").map(readSecurity) ?? scope.inherited.security ?? []
        let own = items("servers", in: location).compactMap(readServer)
        operation.servers = own.isEmpty ? scope.servers : own
        var inherited = scope.inherited
        let list = scope.parameters.overridden(by: readParameters(in: location))
        operation.parameters = list.parameters
        if location.dialect.version == .swagger2 {
            inherited = readSwaggerMediaTypes(in: location, inherited: inherited)
            operation.requestBody = readSwaggerBody(list, consumes: inherited.consumes, of: location)
        } else {
            operation.requestBody = readBody(of: location, excluding: list)
            operation.callbacks = entries("callbacks", in: location).compactMap { readCallback($0, scope: scope) }
        }
        operation.responses = readResponses(of: location, operation: member, inherited: inherited)
        if scope.use == .path { checkPathParameters(of: &operation, at: member, path: scope.origin) }
        return operation
    }

    /// `requestBody`, with or replaced by the parameters that Swagger 2.0 uses for it.
    private func readBody(of location: NodeLocation, excluding list: ParameterList) -> RequestBody? {
        let old = list.bodies + list.forms
        guard let member = location.member("requestBody") else {
            if let first = old.first { reportForeignLocation(of: first) }
            return readSwaggerBody(list, consumes: texts("consumes", in: location), of: location)
        }
        let body = readRequestBody(member.location)
        if list.bodies.isEmpty, let first = list.forms.first,
            let joined = body.flatMap({ join(list.forms, to: $0, of: location) })
        {
            reportForeignLocation(of: first)
            return joined
        }
        for parameter in old { report(.severalBodies(parameter, used: member.entry.keyMark, word: "`requestBody`")) }
        return body
    }

    private func reportForeignLocation(of parameter: NodeLocation) {
        guard let member = parameter.member("in") else { return }
        report(.foreignKeyword(member, name: "`in: \(member.node.string ?? "")`"))
    }

    private func readResponses(of location: NodeLocation, operation: Member, inherited: InheritedParts) -> [Response] {
        if let responses = location.member("responses"), responses.node.mapping?.entries.isEmpty == true {
            report(.emptyResponses(responses))
        }
        guard let responses = location.member("responses") else {
            if location.dialect.requiresResponses { report(.missingResponses(operation)) }
            return []
        }
        return readResponses(responses, of: inherited)
    }

    /// Callback operations may refer to the callback they belong to. Callbacks of callbacks of callbacks are not read,
    /// because each level multiplies the document.
    private func readCallback(_ member: Member, scope: OperationScope) -> Callback? {
        guard let location = follow(member.location)?.location, expectObject(location, name: "callbacks") else {
            return nil
        }
        if let known = callbacks[location.id] { return Callback(name: member.key, items: known) }
        guard callbackDepth < 2 else {
            report(.nestedCallback(member))
            return nil
        }
        callbackDepth += 1
        defer { callbackDepth -= 1 }
        return enter(location) {
            let items = pathEntries(location).compactMap { entry in
                readPathItem(entry, use: .callback, inherited: scope.inherited)
            }
            callbacks[location.id] = items
            return Callback(name: member.key, items: items)
        }
    }
}

extension Diagnostic {
    fileprivate static func missingResponses(_ operation: Member) -> Diagnostic {
        Diagnostic(
            id: "missing-responses", severity: .note, message: "the operation has no `responses`",
            mark: operation.entry.keyMark, pointer: operation.pointer,
            hint: "any answer is returned with its status and its bytes")
    }

    /// OpenAPI 3.2, "Responses Object": at least one response.
    fileprivate static func emptyResponses(_ responses: Member) -> Diagnostic {
        Diagnostic(
            id: "empty-responses", severity: .warning, message: "`responses` has no response",
            mark: responses.entry.keyMark, pointer: responses.pointer,
            hint: "any answer is returned with its status and its bytes; describe at least the successful one")
    }

    fileprivate static func nestedCallback(_ member: Member) -> Diagnostic {
        Diagnostic(
            id: "nested-callback", severity: .warning, message: "a callback of a callback's callback is not read",
            mark: member.entry.keyMark, pointer: member.pointer, hint: "Apus leaves it out")
    }
}
