import ApusSource

extension ReadingContext {
    func readParameters(in owner: NodeLocation) -> ParameterList {
        var list = ParameterList()
        var seen: Set<[String]> = []
        for item in items("parameters", in: owner) {
            guard let followed = follow(item) else { continue }
            let location = followed.location
            switch location.node["in"]?.string?.lowercased() {
            case "body": list.bodies.append(location)
            case "formdata", "form": list.forms.append(location)
            default:
                guard var parameter = readParameter(item) else { continue }
                parameter.documentation = followed.documentation ?? parameter.documentation
                guard seen.insert([parameter.location.rawValue, parameter.name]).inserted else {
                    report(.duplicateParameter(parameter, at: item))
                    continue
                }
                list.parameters.append(parameter)
            }
        }
        return list
    }

    func readParameter(_ item: NodeLocation) -> Parameter? {
        guard let followed = follow(item), expectObject(followed.location, name: "parameters") else { return nil }
        let id = followed.location.id
        let known =
            parameters[id]
            ?? {
                let read = readParameterObject(followed.location)
                parameters.updateValue(read, forKey: id)
                return read
            }()
        guard var parameter = known else { return nil }
        parameter.sharedName = followed.name
        return parameter
    }

    private func readParameterObject(_ object: NodeLocation) -> Parameter? {
        let isSwagger = object.dialect.version == .swagger2
        if ["body", "formdata", "form"].contains(object.node["in"]?.string?.lowercased()) { return nil }
        guard let name = text("name", in: object), let word = object.member("in"), let location = readLocation(word)
        else {
            report(.invalidParameter(object))
            return nil
        }
        var parameter = Parameter(
            name: name, location: location, isRequired: flag("required", in: object) ?? false,
            style: location.defaultStyle, explode: false, mark: object.mark)
        parameter.nameMark = object.node["name"]?.mark ?? object.mark
        parameter.pointer = object.pointer
        parameter.isDeprecated = flag("deprecated", in: object) ?? false
        parameter.documentation = text("description", in: object)
        parameter.extensions = extensions(of: object)
        if isSwagger {
            readSwaggerForm(of: &parameter, at: object)
        } else {
            readForm(of: &parameter, at: object)
        }
        if location == .path, !parameter.isRequired {
            report(
                .optionalPathParameter(name, at: object).mended(
                    by: Fix(object.pointer, .init("required", .boolean(true)))))
            parameter.isRequired = true
        }
        return parameter
    }

    private func readLocation(_ word: Member) -> Parameter.Location? {
        guard let text = text(word) else { return nil }
        if let location = Parameter.Location(rawValue: text) { return location }
        let location = Parameter.Location(rawValue: PathTemplate.trim(text).lowercased())
        if let location {
            let fix = Fix(word.owner.pointer, .init("in", .string(location.rawValue)))
            report(
                .otherSpelling(text, of: location.rawValue, at: word.node.mark, pointer: word.pointer).mended(by: fix))
        }
        return location
    }

    /// Style, schema or content of OpenAPI 3.
    private func readForm(of parameter: inout Parameter, at location: NodeLocation) {
        if let word = location.member("style"), let text = text(word) {
            parameter.style = ParameterStyle(rawValue: text) ?? parameter.style
            if ParameterStyle(rawValue: text) == nil {
                report(
                    .unknownWord(word, known: ParameterStyle.allCases.filter { $0 != .tabDelimited }.map(\.rawValue)))
            }
        }
        // OpenAPI 3.2 "Parameter Object": form and cookie styles explode by default.
        let explodes = parameter.style == .form || parameter.style == .cookie
        parameter.explode = flag("explode", in: location) ?? explodes
        parameter.allowsReserved = flag("allowReserved", in: location) ?? false
        parameter.allowsEmptyValue = flag("allowEmptyValue", in: location) ?? false
        parameter.schema = location.member("schema").map { readSchema($0.location) }
        parameter.content = readContent(in: location).first
        parameter.examples = readExamples(in: location)
        readOldForm(of: &parameter, at: location)
    }

    /// `type` and related keywords next to `name`, as in Swagger 2.0, where there is no `schema`.
    private func readOldForm(of parameter: inout Parameter, at location: NodeLocation) {
        guard parameter.schema == nil, parameter.content == nil, let type = location.member("type") else {
            return reportUnknownKeywords(in: location, of: .parameter)
        }
        report(.foreignKeyword(type, name: "`type` beside `name`"))
        parameter.schema = readSchema(location, as: .swaggerParameter)
        reportUnknownKeywords(in: location, of: .parameter, excluding: Set(SchemaRule.byKeyword.keys))
    }
}

extension Parameter.Location {
    var defaultStyle: ParameterStyle {
        switch self {
        case .path, .header: .simple
        case .query, .cookie, .queryString: .form
        }
    }
}

extension Diagnostic {
    fileprivate static func invalidParameter(_ location: NodeLocation) -> Diagnostic {
        let locations = Parameter.Location.allCases.map(\.rawValue)
        let known = locations.joined(separator: ", ")
        let nearest = location.node["in"]?.string.flatMap { Spelling.nearest(to: $0, among: locations) }
        return Diagnostic(
            id: "invalid-parameter", severity: .warning,
            message: "a parameter needs a `name` and a known location in `in`",
            mark: location.member("name") == nil
                ? location.nameMark : location.member("in")?.node.mark ?? location.nameMark,
            pointer: location.pointer, hint: advise(nearest, "Apus leaves it out; locations are \(known)"))
    }

    fileprivate static func duplicateParameter(_ parameter: Parameter, at item: NodeLocation) -> Diagnostic {
        Diagnostic(
            id: "duplicate-parameter", severity: .warning,
            message: "the \(parameter.location.rawValue) parameter \"\(parameter.name)\" appears twice in one list",
            mark: item.node["name"]?.mark ?? item.mark, pointer: item.pointer, hint: "the first one is used")
    }

    fileprivate static func optionalPathParameter(_ name: String, at location: NodeLocation) -> Diagnostic {
        Diagnostic(
            id: "optional-path-parameter", severity: .warning,
            message: "the path parameter \"\(name)\" is not required",
            mark: location.member("required")?.node.mark ?? location.node["name"]?.mark ?? location.mark,
            pointer: location.pointer,
            hint: "Apus reads it as required; say `required: true`")
    }
}
