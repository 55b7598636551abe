internal import ApusModel
internal import ApusRuntime
internal import ApusSource

/// Turns the words of a call into its arguments.
struct ArgumentReader {
    let plan: CallPlan
    let words: CallWords
    let surroundings: Surroundings
    /// The variable of the environment that gives each parameter of the client.
    let clientVariable: (String) -> String
    private let text: ArgumentText

    init(
        _ plan: CallPlan, _ words: CallWords, _ surroundings: Surroundings,
        clientVariable: @escaping (String) -> String
    ) {
        self.plan = plan
        self.words = words
        self.surroundings = surroundings
        self.clientVariable = clientVariable
        text = ArgumentText(types: plan.types, surroundings: surroundings)
    }

    func read(_ options: CallOptionList) throws(CallFault) -> CallArguments {
        var parameters: [CallValue?] = []
        for (index, parameter) in plan.operation.parameters.enumerated() {
            let option = options.all.first { $0.target == .parameter(index) }
            parameters.append(try value(of: parameter, option))
        }
        return CallArguments(parameters: parameters, body: try readBody(options))
    }

    private func value(of parameter: ParameterDecl, _ option: CallOption?) throws(CallFault) -> CallValue? {
        guard let option else { return nil }
        guard let json = try value(of: option) ?? defaultValue(of: parameter) else {
            if let argument = parameter.clientArgument, argument.isDemanded {
                throw Self.missing(option, clientVariable(argument.name))
            }
            if parameter.isRequired { throw Self.missing(option, nil) }
            return nil
        }
        return try build(json, as: parameter.type, option.name)
    }

    /// Of the command line, else of the environment.
    private func value(of option: CallOption) throws(CallFault) -> JSONValue? {
        if let value = try given(option) { return value }
        return try clientValue(option)
    }

    private func defaultValue(of parameter: ParameterDecl) -> JSONValue? {
        let literal = parameter.isRequired ? parameter.defaultValue : parameter.clientArgument?.defaultValue
        return literal.flatMap { LiteralJSON.value(of: $0, parameter.type, plan.types) }
    }

    private func given(_ option: CallOption) throws(CallFault) -> JSONValue? {
        let texts = words.given.filter { $0.option.name == option.name }.map(\.text)
        if texts.isEmpty { return nil }
        return try text.json(texts, of: option)
    }

    /// The value of the client's parameter, from the environment.
    private func clientValue(_ option: CallOption) throws(CallFault) -> JSONValue? {
        guard let argument = option.clientArgument,
            let value = surroundings.variables[clientVariable(argument.name)], !value.isEmpty
        else { return nil }
        return try text.json([value.hasPrefix("@") ? "@" + value : value], of: option)
    }

    private func build(_ json: JSONValue, as type: TypeRef, _ name: String) throws(CallFault) -> CallValue {
        do throws(ValueProblem) {
            return try plan.types.build(json, as: type)
        } catch {
            throw CallFault("--\(name): \(error.text)")
        }
    }

    private static func missing(_ option: CallOption, _ variable: String?) -> CallFault {
        let other = variable.map { ", or the variable \($0) of the environment" } ?? ""
        return CallFault("--\(option.name) is required\(other)")
    }
}

// The body.
extension ArgumentReader {
    private func readBody(_ options: CallOptionList) throws(CallFault) -> CallArguments.Body? {
        let members = options.all.filter { option in words.given.contains { $0.option.name == option.name } }
            .filter { if case .member = $0.target { true } else { false } }
        guard let body = plan.operation.body else {
            if words.has(.body) { throw CallFault("the operation has no body") }
            return nil
        }
        let source = words.last(.body)
        if source == nil, members.isEmpty, !body.isRequired { return nil }
        let choice = try BodyChoice(body, words.last(.contentType))
        let content: CallArguments.Content
        if choice.isRaw {
            content = .raw(try rawBody(source))
        } else {
            content = .value(try value(of: choice.payload, source, options))
        }
        return CallArguments.Body(alternative: choice.index, contentType: choice.contentType, content: content)
    }

    private func rawBody(_ source: String?) throws(CallFault) -> APIBody {
        guard let source else { throw CallFault("--body is required: the path of a file, or - for standard input") }
        if source == "-" { return .bytes(try text.read("-", for: "body")) }
        let path = source.hasPrefix("@") ? String(source.dropFirst()) : source
        do throws(FileProblem) {
            return try APIBody.file(path)
        } catch {
            throw CallFault("--body: \(error)")
        }
    }

    private func value(
        of payload: Payload, _ source: String?, _ options: CallOptionList
    ) throws(CallFault) -> CallValue {
        guard case .structure(let decl)? = plan.types.declaration(of: payload.type) else {
            guard let source else {
                throw CallFault("--body is required: JSON, the path of a file, or - for standard input")
            }
            let json = payload.coding == .text ? JSONValue.string(try plainText(source)) : try parse(source)
            let built = try build(json, as: payload.type, "body")
            if Self.isInline(source), built.hasSecrets { throw Self.secretBody }
            return built
        }
        var object = JSONObject()
        if let source {
            guard let given = try parse(source).object else { throw CallFault("--body is not an object") }
            object = given
        }
        // The members that stand in the arguments.
        var inline = source.map(Self.isInline) == true ? object.keys : []
        var files: [String: CallValue] = [:]
        for option in options.all {
            guard case .member(let key) = option.target else { continue }
            if let file = try file(option) {
                files[key] = file
                object[key] = plan.types.resolved(option.type) == .scalar(.file) ? .string("") : .array([])
            } else if let value = try given(option) {
                object[key] = value
                inline.removeAll { $0 == key }
            } else if !object.keys.contains(key), let value = try clientValue(option) {
                object[key] = value
            }
        }
        let keys = object.keys
        for property in decl.properties
        where property.clientArgument?.isDemanded == true && !keys.contains(property.key) {
            let option = options.all.first { $0.target == .member(property.key) }
            if let option { throw Self.missing(option, property.clientArgument.map { clientVariable($0.name) }) }
        }
        let built = try build(.object(object), as: payload.type, "body")
        guard case .object(let members) = built else { return built }
        if members.contains(where: { inline.contains($0.name) && $0.value.hasSecrets }) { throw Self.secretBody }
        return .object(members.map { CallMember(name: $0.name, value: files[$0.name] ?? $0.value) })
    }

    private func parse(_ source: String) throws(CallFault) -> JSONValue {
        let bytes = Self.isInline(source) ? Array(source.utf8) : try text.read(Self.path(source), for: "body")
        do throws(DecodingProblem) {
            return try JSONValue(json: bytes)
        } catch {
            throw CallFault("--body is no JSON: \(VisibleText.of("\(error)"))")
        }
    }

    /// Whether the text is JSON itself, and not the name of a file.
    private static func isInline(_ source: String) -> Bool {
        let first = source.utf8.first { $0 > 0x20 }
        if source == "-" { return false }
        return first.map { "{[\"".utf8.contains($0) } ?? false || (try? JSONValue(json: Array(source.utf8))) != nil
    }

    private static var secretBody: CallFault {
        CallFault("--body has a secret, which no argument may hold: name a file, or - for standard input")
    }

    private func plainText(_ source: String) throws(CallFault) -> String {
        guard source == "-" || source.hasPrefix("@") else { return source }
        guard let content = String(validating: try text.read(Self.path(source), for: "body"), as: UTF8.self) else {
            throw CallFault("--body is not text in UTF-8")
        }
        return content
    }

    private static func path(_ source: String) -> String { source.hasPrefix("@") ? String(source.dropFirst()) : source }

    /// The files that an option names by their paths; nil where its type is no file.
    private func file(_ option: CallOption) throws(CallFault) -> CallValue? {
        let type = plan.types.resolved(option.type)
        var element = type
        if case .array(let inner) = type { element = plan.types.resolved(inner) }
        guard element == .scalar(.file) else { return nil }
        let paths = words.given.filter { $0.option.name == option.name }.map(\.text)
        if paths.isEmpty { return nil }
        var files: [CallValue] = []
        for path in paths {
            do throws(FileProblem) {
                files.append(.scalar(try FilePart.file(Self.path(path))))
            } catch {
                throw CallFault("--\(option.name): \(error)")
            }
        }
        if case .array = type { return .array(files) }
        guard files.count == 1 else { throw CallFault("--\(option.name) takes one file") }
        return files[0]
    }
}

/// The content type of a body.
struct BodyChoice {
    let index: Int
    let payload: Payload
    /// nil: the document's.
    let contentType: String?

    /// - Parameter asked: The content type of the command line; nil: the first one.
    init(_ body: BodyDecl, _ asked: String?) throws(CallFault) {
        guard let first = body.alternatives.first else {
            throw CallFault("the operation has no content type for its body")
        }
        guard let asked else {
            (index, payload, contentType) = (0, first, nil)
            return
        }
        let listed = body.alternatives.firstIndex { $0.contentType.lowercased() == asked.lowercased() }
        let range = body.alternatives.firstIndex { payload in
            payload.contentType.hasSuffix("*")
                && asked.lowercased().hasPrefix(payload.contentType.lowercased().prefix { $0 != "*" })
        }
        guard let found = listed ?? range else {
            let known = body.alternatives.map { VisibleText.of($0.contentType) }.joined(separator: ", ")
            throw CallFault("--content-type: the document has \(known)")
        }
        (index, payload) = (found, body.alternatives[found])
        contentType = listed == nil ? asked : nil
    }

    /// Whether the body is sent as it is given, because it is no value or its format needs generated code (XML).
    var isRaw: Bool {
        switch payload.coding {
        case .bytes, .xml, .stream, .serverSentEvents, .wholeEvents, .jsonLines, .jsonSequence: true
        case .json, .jsonOrXML, .form, .multipart, .text: false
        }
    }
}
