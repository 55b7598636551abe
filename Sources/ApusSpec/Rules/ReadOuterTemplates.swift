import ApusSource

/// Names after the path: in a query, or in a fragment, which is never sent.
extension ReadingContext {
    /// `/export?file={file}` with `file` in `path` becomes `/export` with `file` in `query`; so does
    /// `/export#file={file}`. Where a value is only a part of the query's text, its name stays in the template.
    func readOuterTemplates(of operation: inout Operation, at member: Member, path: OperationScope.Origin) {
        let expanded = removeQueryExpressions(of: &operation)
        var template = PathTemplate.Parts(operation.path)
        let outer = PathTemplate.findNames(in: template.query)
        let trailing = PathTemplate.findNames(in: template.fragment)
        guard !expanded.isEmpty || !outer.isEmpty || !trailing.isEmpty else { return }
        let inPath = Set(PathTemplate.findNames(in: template.path))
        var moved = expanded.filter { move($0, in: &operation) || declare($0, in: &operation, at: member) }
        template.query = template.query.split(separator: "&").filter { pair in
            guard let name = PathTemplate.findNames(in: String(pair)).first, pair == "\(name)={\(name)}",
                !inPath.contains(name)
            else { return true }
            moved += move(name, in: &operation) ? [name] : []
            return !operation.parameters.contains { $0.location == .query && $0.name == name }
        }.joined(separator: "&")
        let kept = PathTemplate.findNames(in: template.query).filter { !inPath.contains($0) }
        for name in kept { fillTemplate(with: name, in: &operation) }
        if !moved.isEmpty || !kept.isEmpty { report(.templateOutsidePath(moved + kept, isSent: true, path: path)) }
        let unsent = trailing.filter { !inPath.contains($0) && !kept.contains($0) && move($0, in: &operation) }
        if !unsent.isEmpty { report(.templateOutsidePath(unsent, isSent: false, path: path)) }
        operation.path = template.text
    }

    /// `{?a,b}` and `{&a,b}` of RFC 6570 are removed from the path; their names become parameters.
    private func removeQueryExpressions(of operation: inout Operation) -> [String] {
        var names: [String] = []
        for text in PathTemplate.findNames(in: operation.path) {
            guard let sign = text.first, "?&".contains(sign) else { continue }
            operation.path = operation.path.replacing("{\(text)}", with: "")
            names += text.dropFirst().split(separator: ",").map {
                $0.hasSuffix("*") ? String($0.dropLast()) : String($0)
            }
        }
        return names
    }

    /// Converts a path parameter to a query parameter. Returns false where there is none, or the query already has one
    /// with that name.
    private func move(_ name: String, in operation: inout Operation) -> Bool {
        guard let index = operation.parameters.firstIndex(where: { $0.location == .path && $0.name == name }) else {
            return false
        }
        if operation.parameters.contains(where: { $0.location == .query && $0.name == name }) {
            operation.parameters.remove(at: index)
            return false
        }
        operation.parameters[index].location = .query
        operation.parameters[index].style = .form
        // An array in a template is one text.
        operation.parameters[index].explode = operation.parameters[index].schema?.isPlainScalar == true
        return true
    }

    /// A name of `{?name}` without a parameter becomes an optional query parameter. Returns false where there is one.
    private func declare(_ name: String, in operation: inout Operation, at member: Member) -> Bool {
        if operation.parameters.contains(where: { $0.location == .query && $0.name == name }) { return false }
        var parameter = Parameter(
            name: name, location: .query, isRequired: false, style: .form, explode: true, mark: operation.mark)
        parameter.schema = makeStringSchema(at: member)
        operation.parameters.append(parameter)
        return true
    }

    /// A query parameter whose value the template contains is inserted there only.
    private func fillTemplate(with name: String, in operation: inout Operation) {
        guard !operation.parameters.contains(where: { $0.location == .path && $0.name == name }),
            let index = operation.parameters.firstIndex(where: { $0.location == .query && $0.name == name })
        else { return }
        operation.parameters[index].location = .path
        operation.parameters[index].style = .simple
        operation.parameters[index].explode = false
        operation.parameters[index].isRequired = true
        operation.parameters[index].allowsReserved = false
    }
}

extension Schema {
    /// Whether the schema declares a type other than array and object.
    fileprivate var isPlainScalar: Bool {
        reference == nil && !types.isEmpty && types.allSatisfy { $0 != .array && $0 != .object }
    }
}

extension Diagnostic {
    fileprivate static func templateOutsidePath(
        _ names: [String], isSent: Bool, path: OperationScope.Origin
    ) -> Diagnostic {
        let quoted = names.map { "\"{\($0)}\"" }.joined(separator: ", ")
        let location = isSent ? "in its query" : "behind `#`, which is never sent"
        return Diagnostic(
            id: "template-outside-path", severity: isSent ? .note : .warning,
            message: "\(quoted) of the path is \(location)", mark: path.mark, pointer: path.pointer,
            hint: "the value is sent in the query; declare the parameter with `in: query` and leave it out of the path")
    }
}
