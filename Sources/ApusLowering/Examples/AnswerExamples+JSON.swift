import ApusJSON
public import ApusModel
import ApusSchemas
public import ApusSource
import ApusSpec

extension AnswerExamples {
    /// The examples as JSON: `module`; `include`, the operations that read them; `examples`, one on each line, with the
    /// Swift type that reads it, its body as sent and the number of its schema; and `schemas` by number, as JSON Schema
    /// 2020-12.
    ///
    /// - Parameter model: A model of the operations in ``selection``.
    public func json(reading model: APIModel, files: SourceFiles) -> String {
        let types = operationTypes(in: model)
        var schemas = StandaloneSchemas(document, sent: sentSchemas)
        let lines = examples.compactMap { line(for: $0, types: types, model, files, &schemas) }
        return """
            {"module": \(JSONString.quote(model.module)), "usesXML": \(model.usesXML),
            "include": [\(selection.map { JSONString.quote($0) }.joined(separator: ", "))],
            "examples": [
            \(lines.joined(separator: ",\n"))
            ],
            "schemas": {
            \(schemas.members().joined(separator: ",\n"))
            }}

            """
    }

    private struct Location: Hashable {
        let file: SourceFileID
        let pointer: String
    }

    /// The builders of the selected operations. A model has them in document order.
    private func operationTypes(in model: APIModel) -> [Location: String] {
        let selected = selectedOperations
        guard selected.count == model.operations.count else { return [:] }
        let pairs = zip(selected, model.operations).map { operation, decl in
            (Location(file: operation.mark.file, pointer: operation.pointer), decl.typeName)
        }
        return Dictionary(pairs) { first, _ in first }
    }

    /// nil for a component whose type is not part of the client, for example because another type replaces it.
    private func line(
        for example: AnswerExample, types: [Location: String], _ model: APIModel, _ files: SourceFiles,
        _ schemas: inout StandaloneSchemas
    ) -> String? {
        var members: [(String, String)] = []
        switch example.reader {
        case .operation(let operation):
            let index = Location(file: operation.mark.file, pointer: operation.pointer)
            guard let type = types[index] else { return nil }
            members.append(("operation", JSONString.quote(model.qualify(type))))
        case .component(let schema):
            let id = TypeID(files.path(of: schema.id.file) + "#" + schema.id.pointer)
            guard let path = model.names[id] else { return nil }
            members.append(("component", JSONString.quote(model.qualify(path.joined(separator: ".")))))
        }
        let isJSON = ContentTypes.rule(for: example.contentType).coding == .json
        let mark = example.value.mark
        members += [
            ("status", String(example.status)),
            ("contentType", JSONString.quote(Self.sent(example.contentType))),
            ("isJSON", String(isJSON)),
            ("place", JSONString.quote("\(files.path(of: mark.file)):\(files.position(of: mark).line)")),
            ("pointer", JSONString.quote(example.pointer)),
            ("schema", example.schema.map { String(schemas.number(of: $0)) } ?? "null"),
            ("body", JSONString.quote(Self.body(of: example.value, isJSON: isJSON))),
        ]
        return "{" + members.map { "\(JSONString.quote($0.0)): \($0.1)" }.joined(separator: ", ") + "}"
    }

    /// A type for a pattern, and JSON for what is not a media type: some documents have an example's name there.
    private static func sent(_ contentType: String) -> String {
        let type = ContentTypes.essence(of: contentType)
        if type.contains("/"), !type.contains("*") { return contentType }
        if type.contains("/"), !ContentTypes.leavesFormatOpen(type), !type.contains("+") {
            return type == "text/*" ? "text/plain" : "application/octet-stream"
        }
        return "application/json"
    }

    private static func body(of value: SourceNode, isJSON: Bool) -> String {
        guard !isJSON, let text = value.string else { return CompactJSON.write(value) }
        return text
    }
}
