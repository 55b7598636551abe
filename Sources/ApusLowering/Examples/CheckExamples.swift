import ApusModel
public import ApusSource
public import ApusSpec

extension Lowering {
    /// Reports the examples of a document that do not fit their schemas: those of schemas, of parameters and of JSON bodies.
    public static func checkExamples(of document: Document, diagnostics: inout Diagnostics) {
        DocumentStack.run {
            var check = ExampleCheck(document)
            for operation in (document.paths + document.webhooks).flatMap(\.operations) { check.check(operation) }
            let schemas = document.schemas.values.filter { !$0.examples.isEmpty }
            for schema in schemas.sorted(by: { ($0.id.file.index, $0.mark.offset) < ($1.id.file.index, $1.mark.offset) }
            ) {
                for example in schema.examples { check.check(example, schema, at: schema.id.pointer) }
            }
            diagnostics.merge(check.diagnostics)
        }
    }
}

private struct ExampleCheck {
    private(set) var diagnostics = Diagnostics()
    private var fit: ExampleFit
    private var seen: Set<ObjectIdentifier> = []

    init(_ document: Document) {
        fit = ExampleFit(document)
    }

    mutating func check(_ operation: Operation) {
        for parameter in operation.parameters {
            guard let schema = parameter.schema else { continue }
            for example in parameter.examples where !isText(example, for: schema) {
                check(example, schema, at: parameter.pointer)
            }
        }
        let contents = [operation.requestBody?.content ?? []] + operation.responses.map(\.content)
        for media in contents.joined() where ContentTypes.rule(for: media.contentType).coding == .json {
            guard let schema = media.schema else { continue }
            for example in media.examples { check(example, schema, at: media.pointer) }
        }
    }

    /// Every parameter is text, so that YAML's `5` is an example of a string.
    private func isText(_ example: Example, for schema: Schema) -> Bool {
        let isScalar = example.value?.number != nil || example.value?.boolean != nil
        return isScalar && fit.document.resolve(schema).types == [.string]
    }

    private mutating func check(_ example: Example, _ schema: Schema, at pointer: String) {
        if let value = example.value { check(value, schema, at: pointer) }
    }

    mutating func check(_ value: SourceNode, _ schema: Schema, at pointer: String) {
        // Tools write null where they have no example.
        guard !value.isNull, seen.insert(ObjectIdentifier(value)).inserted,
            let misfit = fit.findMisfit(of: value, schema)
        else {
            return
        }
        diagnostics.report(.misfittingExample(misfit, at: pointer))
    }
}

extension Diagnostic {
    fileprivate static func misfittingExample(_ misfit: ExampleFit.Misfit, at pointer: String) -> Diagnostic {
        let part = misfit.path.isEmpty ? "it" : "\"" + misfit.path.joined(separator: ".") + "\""
        return Diagnostic(
            id: "misfitting-example", severity: .warning,
            message: "the example does not fit its schema: \(part) \(misfit.reason)", mark: misfit.value.mark,
            pointer: pointer,
            hint: "readers rely on the example; correct it, or the schema")
    }
}
