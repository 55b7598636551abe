import ApusModel
import ApusSchemas
import ApusSource
import ApusSpec

extension Lowerer {
    /// Required parameters first, then in document order.
    func lowerParameters(of operation: Operation, at site: Site) -> [ParameterDecl] {
        let names = HeaderNames.shorten(
            operation.parameters.map(\.name), isHeader: { operation.parameters[$0].location == .header },
            reserved: ReservedNames.parameters)
        let all = zip(operation.parameters, names).compactMap { lowerParameter($0, named: $1, at: site) }
        return all.filter(\.isRequired) + all.filter { !$0.isRequired }
    }

    private func lowerParameter(_ parameter: Parameter, named name: String, at owner: Site) -> ParameterDecl? {
        if parameter.location == .header, Lowerer.ignoredHeaders.contains(parameter.name.lowercased()) {
            log.report(.ignoredHeader(parameter))
            return nil
        }
        var site = owner.member(parameter.name, of: "&" + parameter.location.rawValue)
        site.name = name
        let schema = parameter.content?.schema ?? parameter.schema
        let type =
            schema.map { narrow(lowerElement($0, at: site), to: $0) }
            ?? defaultType(of: parameter)
        let valueSchema = schema.map { schemas.findValueSchema(of: $0) }
        if let schema, let valueSchema { checkDefault(of: schema, valueSchema: valueSchema.keywords) }
        var decl = ParameterDecl(
            name: settings.name(of: site.path) ?? NamingExtensions.name(.member, in: parameter.extensions)
                ?? name,
            key: parameter.name, location: Lowerer.locations[parameter.location] ?? .query, type: type,
            isRequired: parameter.isRequired || parameter.location == .path,
            style: findStyle(of: parameter), explode: parameter.explode)
        if parameter.location == .queryString { decl.contentType = parameter.content?.contentType }
        decl.allowsReserved = parameter.allowsReserved
        decl.allowsEmptyValue = parameter.allowsEmptyValue
        if decl.isRequired, let value = schema?.defaultValue ?? valueSchema?.onlyValue ?? valueSchema?.defaultValue {
            decl.defaultValue = makeLiteral(value, for: type)
        }
        decl.doc = makeDoc(for: parameter, schema: schema, valueSchema: valueSchema)
        if parameter.isDeprecated || schema?.isDeprecated == true {
            decl.deprecation = Deprecation(message: parameter.extensions["x-deprecation-message"]?.string)
        }
        return decl
    }

    /// A parameter with `content` is JSON or a form in one text, or plain text; a whole query string has its own
    /// content type.
    private func findStyle(of parameter: Parameter) -> String {
        guard let content = parameter.content, parameter.location != .queryString else {
            return parameter.style.rawValue
        }
        return findStyle(of: content, else: parameter.style, pointer: parameter.pointer)
    }

    func findStyle(of content: MediaType, else style: ParameterStyle, pointer: String) -> String {
        switch ContentTypes.rule(for: content.contentType).coding {
        case .json: return "json"
        case .form: return "urlEncoded"
        case .text: return style.rawValue
        default:
            if let schema = content.schema, xml.isPlainText(schema) { return style.rawValue }
            log.report(.unwritableContent(content, pointer: pointer))
            return "json"
        }
    }

    private func defaultType(of parameter: Parameter) -> TypeRef {
        parameter.content == nil ? .scalar(.string) : .json
    }

    private func makeDoc(for parameter: Parameter, schema: Schema?, valueSchema: FlatSchema?) -> Doc {
        var doc = schema.map { makeDoc(for: $0, valueSchema: valueSchema) } ?? Doc()
        let own = Lowerer.makeDoc(
            summary: nil, documentation: parameter.documentation, pointer: parameter.pointer)
        if own.summary != nil { (doc.summary, doc.discussion) = (own.summary, own.discussion) }
        return doc
    }

    private static let locations: [Parameter.Location: ParameterDecl.Location] = [
        .path: .path, .query: .query, .header: .header, .cookie: .cookie, .queryString: .queryString,
    ]

    /// OpenAPI 3.2, "Parameter Object": content types and security schemes determine these headers.
    private static let ignoredHeaders: Set<String> = ["accept", "content-type", "authorization"]
}

extension Diagnostic {
    static func unwritableContent(_ content: MediaType, pointer: String) -> Diagnostic {
        Diagnostic(
            id: "unwritable-content", severity: .warning,
            message: "Apus writes no parameter as \"\(content.contentType)\"", mark: content.mark,
            pointer: pointer,
            hint: "its value is sent as JSON; give it `schema` and `style`, or JSON, a form or text as its content")
    }

    static func ignoredHeader(_ parameter: Parameter) -> Diagnostic {
        Diagnostic(
            id: "ignored-header-parameter", severity: .note,
            message: "the header \"\(parameter.name)\" is not a parameter", mark: parameter.nameMark,
            pointer: parameter.pointer, hint: "Apus leaves it out: it follows from content types and security schemes")
    }
}
