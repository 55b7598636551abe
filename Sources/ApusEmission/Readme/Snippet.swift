import ApusModel

/// One call of an operation in the README, which a test compiles.
struct Snippet {
    let text: String
    /// Whether it names a type of Foundation's.
    let usesFoundation: Bool

    init(_ operation: OperationDecl, _ printer: Printer) {
        let parts = OperationParts(operation, printer)
        let writer = ExampleWriter(printer)
        var examples: [String: String] = [:]
        for argument in operation.example?.arguments ?? [] { examples[argument.label] = argument.json }
        let parameters = Dictionary(operation.parameters.map { ($0.name, $0) }) { first, _ in first }
        var arguments: [String] = []
        for field in parts.offered where field.isDemanded {
            let expression = Self.expression(field, examples[field.name], parameters[field.name], operation, writer)
            arguments.append(field.isUnlabeled ? expression : SwiftSource.label(field.name) + ": " + expression)
        }
        let hasValue = parts.success(in: .outside, printer) != nil
        let path = Self.path(operation, printer)
        let head = (hasValue ? "let result = " : "") + "try await client." + path + operation.methodName
        var text = Layout(offset: 0).call(head, arguments, depth: 0)
        if operation.paging != nil {
            let tried = writer.needs.isThrowing ? "try " : ""
            let loop =
                "for try await item in " + tried + "client.items(of: "
                + printer.name(of: operation.typeName, in: .outside)
            text += "\n\n" + Layout(offset: 0).call(loop, arguments, ") {", depth: 0) + "\n    print(item)\n}"
        }
        usesFoundation = writer.needs.isFoundation
        self.text = operation.example?.isShortened == true ? Self.shortened + text : text
    }

    private static let shortened = "// Shortened: the values lack members that the document requires.\n"

    /// `contacts.`, where the client has groups.
    private static func path(_ operation: OperationDecl, _ printer: Printer) -> String {
        printer.model.namespaces.find(operation.namespace).map { $0.name + "." } ?? ""
    }

    private static func expression(
        _ field: ParameterField, _ json: String?, _ parameter: ParameterDecl?, _ operation: OperationDecl,
        _ writer: ExampleWriter
    ) -> String {
        let value = json.flatMap(writer.read) ?? .object([:])
        if let parameter { return writer.expression(value, as: parameter.type) }
        guard let body = operation.body, let first = body.alternatives.first else { return "nil" }
        if field.name == body.choiceName, body.choice != nil {
            return body.hasEnum ? "." + first.caseName : "\"" + first.contentType.replacing("*", with: "png") + "\""
        }
        let content = Self.body(first, value, writer)
        let range = first.isRange ? ", contentType: \"application/octet-stream\"" : ""
        return body.isUniform ? content : ".\(first.caseName)(\(content)\(range))"
    }

    private static func body(_ payload: Payload, _ value: ExampleValue, _ writer: ExampleWriter) -> String {
        switch payload.coding {
        case .json, .jsonOrXML, .form, .multipart, .text, .xml: return writer.expression(value, as: payload.type)
        case .bytes:
            writer.needs.isFoundation = true
            return writer.printer.type(.scalar(.data), in: .outside) + "(\"…\".utf8)"
        case .jsonLines, .jsonSequence:
            let items = if case .array(let elements) = value { elements } else { [value] }
            return "ItemStream([" + items.map { writer.expression($0, as: payload.type) }.joined(separator: ", ") + "])"
        case .stream, .serverSentEvents, .wholeEvents:
            writer.needs.isThrowing = true
            return ".file(\"photo.png\")"
        }
    }
}
