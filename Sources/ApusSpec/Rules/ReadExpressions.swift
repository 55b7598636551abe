import ApusSource

/// Names of a path in the syntax of routers or other templates, or in different case.
extension ReadingContext {
    /// Replaces expressions in the path by their names. Names that are declared as written are kept.
    func readExpressions(of operation: inout Operation, path: OperationScope.Origin) -> [PathExpression] {
        let declared = Set(operation.parameters.filter { $0.location == .path }.map(\.name))
        var readings = readForeignBraces(of: &operation)
        readings += readForeignNames(of: &operation, declared: declared)
        let expressions = readRules(of: &operation, declared: declared)
        readings += expressions.map { ("{\($0.text)}", $0.name) }
        readSimilarNames(of: &operation, declared: declared)
        if !readings.isEmpty {
            report(.pathExpression(readings, spans: expressions.contains(where: \.spansSegments), path: path))
        }
        return expressions
    }

    private typealias Readings = [(text: String, name: String)]

    /// Router syntax around a name: `{id:int}`, `{path*}`.
    private func readRules(of operation: inout Operation, declared: Set<String>) -> [PathExpression] {
        var names = Set(PathTemplate.findNames(in: operation.path))
        var expressions: [PathExpression] = []
        for text in PathTemplate.findNames(in: operation.path) where !declared.contains(text) {
            guard let expression = PathTemplate.readExpression(text), names.insert(expression.name).inserted else {
                continue
            }
            operation.path = operation.path.replacing("{\(text)}", with: "{\(expression.name)}")
            expressions.append(expression)
        }
        return expressions
    }

    /// `{{id}}` and `${id}` are `{id}`.
    private func readForeignBraces(of operation: inout Operation) -> Readings {
        var readings: Readings = []
        for (text, plain) in [("{{", "}}"), ("${", "}")] where operation.path.contains(text) {
            for name in PathTemplate.findNames(in: operation.path) where operation.path.contains(text + name + plain) {
                operation.path = operation.path.replacing(text + name + plain, with: "{\(name)}")
                readings.append((text + name + plain, name))
            }
        }
        return readings
    }

    /// `:id`, `<id>`, `<int:id>` and `[id]`, where `id` is declared and the path does not contain it otherwise.
    private func readForeignNames(of operation: inout Operation, declared: Set<String>) -> Readings {
        var template = PathTemplate.Parts(operation.path)
        let known = Set(PathTemplate.findNames(in: operation.path))
        var readings: Readings = []
        for name in declared.subtracting(known).sorted(by: { ($0.count, $0) > ($1.count, $1) }) {
            guard let range = PathTemplate.findForeign(name, in: template.path) else { continue }
            readings.append((String(template.path[range]), name))
            template.path.replaceSubrange(range, with: "{\(name)}")
        }
        if !readings.isEmpty { operation.path = template.text }
        return readings
    }

    /// `{petid}` or `{pet_id}` where `petId` is declared and not otherwise used.
    private func readSimilarNames(of operation: inout Operation, declared: Set<String>) {
        let names = PathTemplate.findNames(in: operation.path)
        let unused = declared.subtracting(names)
        var taken: Set<String> = []
        for name in names where !declared.contains(name) {
            let alike = unused.filter { Spelling.fold($0) == Spelling.fold(name) }
            guard alike.count == 1, let meant = alike.first, taken.insert(meant).inserted,
                let parameter = operation.parameters.first(where: { $0.location == .path && $0.name == meant })
            else { continue }
            operation.path = operation.path.replacing("{\(name)}", with: "{\(meant)}")
            // A component may be right for another path.
            let isOwn = parameter.pointer.hasPrefix("/paths/")
            let fix = isOwn ? Fix(parameter.pointer, .init("name", .string(name))) : nil
            report(.misspelledPathParameter(parameter, in: name).mended(by: fix))
        }
    }
}

extension Diagnostic {
    fileprivate static func misspelledPathParameter(_ parameter: Parameter, in path: String) -> Diagnostic {
        Diagnostic(
            id: "misspelled-path-parameter", severity: .warning,
            message: "the path has \"{\(path)}\", and its parameter is called \"\(parameter.name)\"",
            mark: parameter.nameMark, pointer: parameter.pointer,
            hint: "Apus reads both as one parameter; give both the same name")
    }

    fileprivate static func pathExpression(
        _ readings: [(text: String, name: String)], spans: Bool, path: OperationScope.Origin
    ) -> Diagnostic {
        let list = readings.map { "\"\($0.text)\" is read as \"{\($0.name)}\"" }.joined(separator: ", ")
        return Diagnostic(
            id: "path-expression", severity: .note, message: list + (spans ? ", whose value may hold slashes" : ""),
            mark: path.mark, pointer: path.pointer,
            hint: "OpenAPI has a name and no more between braces: limits go to the parameter's schema")
    }
}
