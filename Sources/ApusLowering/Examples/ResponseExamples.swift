import ApusJSON
internal import ApusModel
public import ApusSource
public import ApusSpec

/// A response for each operation, for callers' tests: the document's first example of its first success, or a value
/// generated from the schema. Generated values are shortened beyond a few thousand bytes; so are the document's own
/// examples where many operations share large ones, so that the list is never much larger than the document.
public enum ResponseExamples {
    /// A JSON list of `{"operation", "status", "contentType", "body"}`, an operation on each line; bodies other than
    /// JSON are in `text`, and `isShortened` is true for an incomplete body.
    public static func json(_ document: Document, files: SourceFiles, options: LoweringOptions) -> String {
        DocumentStack.run {
            let lowerer = Lowerer(document, files: files, options: options)
            let operations = lowerer.selection.operations(in: document)
            let size = files.byteCount
            var room = smallest + 4 * size
            return "[\n" + operations.map { "  " + lowerer.makeAnswer(of: $0, &room) }.joined(separator: ",\n")
                + "\n]\n"
        }
    }

    /// The total number of bytes that examples may always have.
    private static let smallest = 1 << 20
}

extension Lowerer {
    /// - Parameter room: The remaining number of bytes for the document's own examples.
    fileprivate func makeAnswer(of operation: Operation, _ room: inout Int) -> String {
        let response = Lowerer.findSuccesses(in: operation.responses).first
        let status = response.map { Lowerer.exampleStatus($0.status) } ?? 200
        var members = ["\"operation\": \(JSONString.quote(operation.id))", "\"status\": \(status)"]
        // In the order of the client's requests: JSON first.
        let content = response?.content ?? []
        if let media = content.first(where: { ContentTypes.rule(for: $0.contentType).coding == .json }) ?? content.first
        {
            members.append("\"contentType\": \(JSONString.quote(media.contentType))")
            members += makeContent(media, &room)
        }
        return "{ " + members.joined(separator: ", ") + " }"
    }

    private func makeContent(_ media: MediaType, _ room: inout Int) -> [String] {
        let example = media.examples.first { $0.value != nil }?.value
        let essence = ContentTypes.essence(of: media.contentType)
        var budget = ExampleBudget(bytes: example == nil ? ExampleBudget.standard : max(room, ExampleBudget.standard))
        let isJSON = essence == "application/json" || essence.hasSuffix("+json")
        var members: [String] = []
        if isJSON || example?.string == nil && example != nil {
            let json = exampleWriter.write(
                example, isJSON ? media.schema : nil, isReceived: true, else: "null", &budget)
            members = [isJSON ? "\"body\": \(json)" : "\"text\": \(JSONString.quote(json))"]
        } else {
            let text = example?.string ?? ""
            members = ["\"text\": \(budget.spend(text.utf8.count) ? JSONString.quote(text) : "\"\"")"]
        }
        if example != nil { room -= members[0].utf8.count }
        return members + (budget.isExceeded ? ["\"isShortened\": true"] : [])
    }

    private static func exampleStatus(_ status: ResponseStatus) -> Int {
        switch status {
        case .code(let code): code
        case .range(let hundred): hundred * 100
        case .otherwise: 200
        }
    }
}
