import ApusSource

extension ReadingContext {
    func readParameters(in owner: Place) -> ParameterList {
        var list = ParameterList()
        var seen: Set<[String]> = []
        for item in items("parameters", in: owner) {
            guard let followed = follow(item) else { continue }
            let place = followed.place
            switch place.node["in"]?.string?.lowercased() {
            case "body": list.bodies.append(place)
            case "formdata", "form": list.forms.append(place)
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

    func readParameter(_ item: Place) -> Parameter? {
        guard let followed = follow(item), expectObject(followed.place, name: "parameters") else { return nil }
        let id = followed.place.id
        let known =
            parameters[id]
            ?? {
                let read = readParameterObject(followed.place)
                parameters.updateValue(read, forKey: id)
                return read
            }()
        guard var parameter = known else { return nil }
        parameter.sharedName = followed.name
        return parameter
    }

    private func readParameterObject(_ place: Place) -> Parameter? {
        let isSwagger = place.dialect.version == .swagger2
        if ["body", "formdata", "form"].contains(place.node["in"]?.string?.lowercased()) { return nil }
        guard let name = text("name", in: place), let word = place.member("in"), let location = readLocation(word)
        else {
            report(.invalidParameter(place))
            return nil
        }
        var parameter = Parameter(
            name: name, location: location, isRequired: flag("required", in: place) ?? false,
            style: location.defaultStyle, explode: false, mark: place.mark)
        parameter.nameMark = place.node["name"]?.mark ?? place.mark
        parameter.pointer = place.pointer
        parameter.isDeprecated = flag("deprecated", in: place) ?? false
        parameter.documentation = text("description", in: place)
        parameter.extensions = extensions(of: place)
        if isSwagger {
            readSwaggerForm(of: &parameter, at: place)
        } else {
            readForm(of: &parameter, at: place)
        }
        if location == .path, !parameter.isRequired {
            report(
                .optionalPathParameter(name, at: place).mended(
                    by: Fix(place.pointer, .init("required", .boolean(true)))))
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
    private func readForm(of parameter: inout Parameter, at place: Place) {
        if let word = place.member("style"), let text = text(word) {
            parameter.style = ParameterStyle(rawValue: text) ?? parameter.style
            if ParameterStyle(rawValue: text) == nil {
                report(
                    .unknownWord(word, known: ParameterStyle.allCases.filter { $0 != .tabDelimited }.map(\.rawValue)))
            }
        }
        // OpenAPI 3.2 "Parameter Object": form and cookie styles explode by default.
        let explodes = parameter.style == .form || parameter.style == .cookie
        parameter.explode = flag("explode", in: place) ?? explodes
        parameter.allowsReserved = flag("allowReserved", in: place) ?? false
        parameter.allowsEmptyValue = flag("allowEmptyValue", in: place) ?? false
        parameter.schema = place.member("schema").map { readSchema($0.place) }
        parameter.content = readContent(in: place).first
        parameter.examples = readExamples(in: place)
        readOldForm(of: &parameter, at: place)
    }

    /// `type` and related keywords next to `name`, as in Swagger 2.0, where there is no `schema`.
    private func readOldForm(of parameter: inout Parameter, at place: Place) {
        guard parameter.schema == nil, parameter.content == nil, let type = place.member("type") else {
            return reportUnknownKeywords(in: place, of: .parameter)
        }
        report(.foreignKeyword(type, name: "`type` beside `name`"))
        parameter.schema = readSchema(place, as: .swaggerParameter)
        reportUnknownKeywords(in: place, of: .parameter, besides: Set(SchemaRule.byKeyword.keys))
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
    fileprivate static func invalidParameter(_ place: Place) -> Diagnostic {
        let places = Parameter.Location.allCases.map(\.rawValue)
        let known = places.joined(separator: ", ")
        let nearest = place.node["in"]?.string.flatMap { Spelling.nearest(to: $0, among: places) }
        return Diagnostic(
            id: "invalid-parameter", severity: .warning,
            message: "a parameter needs a `name` and a known place in `in`",
            mark: place.member("name") == nil ? place.nameMark : place.member("in")?.node.mark ?? place.nameMark,
            pointer: place.pointer, hint: advise(nearest, "Apus leaves it out; places are \(known)"))
    }

    fileprivate static func duplicateParameter(_ parameter: Parameter, at item: Place) -> Diagnostic {
        Diagnostic(
            id: "duplicate-parameter", severity: .warning,
            message: "the \(parameter.location.rawValue) parameter \"\(parameter.name)\" appears twice in one list",
            mark: item.node["name"]?.mark ?? item.mark, pointer: item.pointer, hint: "the first one is used")
    }

    fileprivate static func optionalPathParameter(_ name: String, at place: Place) -> Diagnostic {
        Diagnostic(
            id: "optional-path-parameter", severity: .warning,
            message: "the path parameter \"\(name)\" is not required",
            mark: place.member("required")?.node.mark ?? place.node["name"]?.mark ?? place.mark, pointer: place.pointer,
            hint: "Apus reads it as required; say `required: true`")
    }
}
