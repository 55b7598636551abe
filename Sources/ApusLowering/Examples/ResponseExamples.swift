internal import ApusModel
public import ApusSource
public import ApusSpec

/// An answer for each operation, for tests of those who call it: the document's first example of its first success, or a value made up
/// from the schema.
public enum ResponseExamples {
    /// A JSON list of `{"operation", "status", "contentType", "body"}`, an operation on each line; what is not JSON stands in `text`.
    public static func json(_ document: Document, files: SourceFiles, options: LoweringOptions) -> String {
        DocumentStack.run {
            let lowerer = Lowerer(document, files: files, options: options)
            let selection = Selection(include: options.include, exclude: options.exclude)
            let operations = document.paths.flatMap(\.operations).filter(selection.contains)
            return "[\n" + operations.map { "  " + lowerer.makeAnswer(of: $0) }.joined(separator: ",\n") + "\n]\n"
        }
    }
}

extension Lowerer {
    fileprivate func makeAnswer(of operation: Operation) -> String {
        let id =
            operation.operationID ?? OperationNames.derive(method: operation.method, path: operation.documentedPath)
        let response = Lowerer.findSuccesses(in: operation.responses).first
        let status = response.map { Lowerer.exampleStatus($0.status) } ?? 200
        var members = ["\"operation\": \(JSONText.quote(id))", "\"status\": \(status)"]
        // As it is asked for: JSON where there is some.
        let content = response?.content ?? []
        if let media = content.first(where: { ContentTypes.rule(for: $0.contentType).coding == .json }) ?? content.first
        {
            members.append("\"contentType\": \(JSONText.quote(media.contentType))")
            members.append(makeContent(media))
        }
        return "{ " + members.joined(separator: ", ") + " }"
    }

    private func makeContent(_ media: MediaType) -> String {
        let example = media.examples.first { $0.value != nil }?.value
        let essence = ContentTypes.essence(of: media.contentType)
        if essence == "application/json" || essence.hasSuffix("+json") {
            let json = example.map(JSONText.write) ?? media.schema.map { makeExample(for: $0, isReceived: true) }
            return "\"body\": \(json ?? "null")"
        }
        let text = example.map { $0.string ?? JSONText.write($0) } ?? ""
        return "\"text\": \(JSONText.quote(text))"
    }

    private static func exampleStatus(_ status: ResponseStatus) -> Int {
        switch status {
        case .code(let code): code
        case .range(let hundred): hundred * 100
        case .otherwise: 200
        }
    }
}
