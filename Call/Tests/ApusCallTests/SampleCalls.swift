import ApusModel
import ApusRuntime

@testable import ApusCall

/// One call of an operation, as an expression of Swift for the generated builder and as words for `apus call`.
struct SampleCall {
    let name: String
    let expression: String
    let words: [String]

    /// nil for an operation whose body has no value: bytes and streams.
    init?(_ operation: OperationDecl, _ form: SampleValues.Form, alternative: Int = 0, _ client: DeskClient) {
        let values = SampleValues(types: client.types, form: form)
        var arguments: [String] = []
        var words = [operation.id]
        guard let choice = operation.body?.alternatives.indices.contains(alternative) ?? true ? alternative : nil else {
            return nil
        }
        let payload = operation.body?.alternatives[choice]
        let options = CallOptionList(operation, body: payload?.type, types: client.types)
        for (index, parameter) in operation.parameters.enumerated() {
            if parameter.deprecation != nil, !parameter.isRequired { continue }
            let isGiven =
                form == .full || parameter.isRequired && parameter.defaultValue == nil
                || parameter.clientArgument?.isDemanded == true
            guard isGiven, let option = options.all.first(where: { $0.target == .parameter(index) }) else { continue }
            let json = values.value(parameter.type)
            arguments.append("\(parameter.isRequired ? "!" : "?")\(Self.label(parameter.name)): \(Self.read(json))")
            words += Self.words(option, json, client)
        }
        if let body = operation.body, let payload, form != .minimal || body.isRequired {
            guard payload.coding == .json || payload.coding == .form else { return nil }
            Self.insert(Self.body(body, payload, values), body, &arguments, operation)
            words += Self.bodyWords(body, payload, values, options, client)
        }
        self.init(operation, form, choice, arguments, words)
    }

    private init(
        _ operation: OperationDecl, _ form: SampleValues.Form, _ choice: Int, _ arguments: [String], _ words: [String]
    ) {
        name = "\(operation.id) \(form.rawValue) \(choice)"
        expression =
            operation.typeName + "(" + arguments.map { String($0.drop { "!?".contains($0) }) }.joined(separator: ", ")
            + ")"
        self.words = words
    }

    private static func insert(
        _ expression: String, _ body: BodyDecl, _ arguments: inout [String], _ operation: OperationDecl
    ) {
        let isAlone = body.isRequired && !operation.parameters.contains(where: \.isRequired)
        let text = (isAlone ? "" : label(body.name) + ": ") + expression
        let position =
            body.isRequired ? arguments.firstIndex { $0.hasPrefix("?") } ?? arguments.endIndex : arguments.endIndex
        arguments.insert("!" + text, at: position)
    }

    private static func body(_ body: BodyDecl, _ payload: Payload, _ values: SampleValues) -> String {
        let read = read(values.value(payload.type))
        guard body.alternatives.count > 1 else { return read }
        return body.isUniform ? "\(read), \(body.choiceName): .\(payload.caseName)" : ".\(payload.caseName)(\(read))"
    }

    private static func bodyWords(
        _ body: BodyDecl, _ payload: Payload, _ values: SampleValues, _ options: CallOptionList, _ client: DeskClient
    ) -> [String] {
        let json = values.value(payload.type)
        var words = body.alternatives.count > 1 ? ["--content-type", payload.contentType] : []
        guard values.form == .minimal, let object = json.object else { return words + ["--body", json.description] }
        guard case .structure? = client.types.declaration(of: payload.type), !object.isEmpty else {
            return words + ["--body", json.description]
        }
        for option in options.all {
            guard case .member(let key) = option.target, let value = object[key] else { continue }
            words += Self.words(option, value, client)
        }
        return words
    }

    private static func words(_ option: CallOption, _ json: JSONValue, _ client: DeskClient) -> [String] {
        if client.types.resolved(option.type) == .scalar(.secretString) {
            return ["--" + option.name, "env:SAMPLE_SECRET"]
        }
        return ["--" + option.name, json.string ?? json.description]
    }

    private static func label(_ name: String) -> String { name.filter { $0 != "`" } }

    private static func read(_ json: JSONValue) -> String { "try read(##\"\(json.description)\"##)" }
}
