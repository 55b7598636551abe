import ApusSource

extension ReadingContext {
    /// Makes the path parameters of an operation and the names in its path the same set: a name without a parameter
    /// becomes a string parameter, a parameter without a name is dropped.
    ///
    /// - Parameter path: The operation's path, with the names.
    func checkPathParameters(of operation: inout Operation, at member: Member, path: OperationScope.Origin) {
        let expressions = readExpressions(of: &operation, path: path)
        operation.documentedPath = operation.path
        readOuterTemplates(of: &operation, at: member, path: path)
        let template = PathTemplate.Parts(operation.path)
        let inPath = PathTemplate.findNames(in: template.path)
        var known = Set(inPath)
        let names = inPath + PathTemplate.findNames(in: template.query).filter { known.insert($0).inserted }
        operation.parameters.removeAll { parameter in
            guard parameter.location == .path, !known.contains(parameter.name) else { return false }
            report(.unusedPathParameter(parameter, path: operation.path))
            return true
        }
        let declared = Set(operation.parameters.filter { $0.location == .path }.map(\.name))
        let missing = names.filter { !declared.contains($0) }
        if !missing.isEmpty { report(.undeclaredPathParameter(missing, at: member, path: path)) }
        for name in missing {
            var parameter = Parameter(
                name: name, location: .path, isRequired: true, style: .simple, explode: false, mark: operation.mark)
            parameter.schema = makeStringSchema(at: member)
            operation.parameters.append(parameter)
        }
        let spanning = Set(expressions.filter(\.spansSegments).map(\.name)).intersection(inPath)
        for index in operation.parameters.indices where operation.parameters[index].location == .path {
            if spanning.contains(operation.parameters[index].name) { operation.parameters[index].allowsReserved = true }
        }
    }

    /// One for all, at a location that no file has, so that it is never confused with another schema.
    func makeStringSchema(at member: Member) -> Schema {
        let id = SchemaID(file: root.file, pointer: "{undeclared}")
        if let known = schemas[id] { return known }
        var parts = SchemaParts(id: id, mark: member.entry.keyMark)
        parts.types = [.string]
        let schema = Schema(parts)
        schemas[id] = schema
        return schema
    }
}

extension Diagnostic {
    fileprivate static func undeclaredPathParameter(
        _ names: [String], at member: Member, path: OperationScope.Origin
    ) -> Diagnostic {
        let isOne = names.count == 1
        let what =
            isOne
            ? "Apus reads it as a required string; declare it" : "Apus reads them as required strings; declare them"
        let quoted = names.map { "\"{\($0)}\"" }
        let list = (quoted.dropLast(2) + [quoted.suffix(2).joined(separator: " and ")]).joined(separator: ", ")
        return Diagnostic(
            id: "undeclared-path-parameter", severity: .warning,
            message: "no parameter is declared for \(list) of the path",
            mark: path.mark, pointer: path.pointer,
            hint: what + " under `parameters` of the path or the operation",
            related: [
                Related(
                    mark: member.entry.keyMark, message: "an operation that does not declare \(isOne ? "it" : "them")")
            ])
    }

    fileprivate static func unusedPathParameter(_ parameter: Parameter, path: String) -> Diagnostic {
        Diagnostic(
            id: "unused-path-parameter", severity: .warning,
            message: "\"\(path)\" does not contain the path parameter \"\(parameter.name)\"", mark: parameter.nameMark,
            pointer: parameter.pointer,
            hint: "Apus leaves the parameter out; write \"{\(parameter.name)}\" into the path")
    }
}
