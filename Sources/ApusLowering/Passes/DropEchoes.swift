import ApusModel

/// Removes comments that only repeat the name of what they describe: "The contact ID." above `contactID`, "Not Found" above `notFound`.
enum DropEchoes {
    static func run(_ model: inout APIModel) {
        model.updateTypes { type in
            drop(&type.header.doc, echoing: type.header.name)
            type.updateStructure { decl in
                for index in decl.properties.indices {
                    drop(&decl.properties[index].doc, echoing: decl.properties[index].name)
                }
            }
            type.updateEnumeration { decl in
                for index in decl.cases.indices { drop(&decl.cases[index].doc, echoing: decl.cases[index].name) }
            }
            type.updateUnion { decl in
                for index in decl.cases.indices { drop(&decl.cases[index].doc, echoing: decl.cases[index].name) }
            }
        }
        for index in model.operations.indices { drop(in: &model.operations[index]) }
        for index in model.failures.indices { drop(in: &model.failures[index].cases) }
        for index in model.headers.indices {
            for header in model.headers[index].headers.indices {
                drop(&model.headers[index].headers[header].doc, echoing: model.headers[index].headers[header].name)
            }
        }
        for index in model.events.indices { drop(&model.events[index].doc, echoing: model.events[index].name) }
    }

    private static func drop(in operation: inout OperationDecl) {
        drop(&operation.doc, echoing: operation.methodName)
        for index in operation.parameters.indices {
            drop(&operation.parameters[index].doc, echoing: operation.parameters[index].name)
        }
        if var body = operation.body {
            drop(&body.doc, echoing: body.name)
            operation.body = body
        }
        switch operation.success {
        case .single(let response):
            var cases = [response]
            drop(in: &cases)
            operation.success = .single(cases[0])
        case .several(let name, var cases):
            drop(in: &cases)
            operation.success = .several(typeName: name, cases: cases)
        }
    }

    private static func drop(in cases: inout [ResponseCase]) {
        for index in cases.indices {
            let words = words(of: cases[index].doc.summary ?? "")
            if phrases.contains(words) { cases[index].doc.summary = nil }
            drop(&cases[index].doc, echoing: cases[index].name)
        }
    }

    /// Descriptions of responses without information: `description` is required there.
    private static let phrases: Set<[String]> = [
        ["ok"], ["success"], ["successful"], ["response"], ["successful", "response"], ["success", "response"],
        ["successful", "operation"], ["default", "response"], ["error"], ["error", "response"],
    ]

    private static func drop(_ doc: inout Doc, echoing name: String) {
        if let summary = doc.summary, isEcho(summary, of: name) { doc.summary = nil }
    }

    /// Whether a text consists of the words of a name.
    static func isEcho(_ text: String, of name: String) -> Bool {
        text.utf8.count < 100 && words(of: text) == words(of: name)
    }

    /// Lower case, without articles.
    private static func words(of text: String) -> [String] {
        Words(text).words.map { $0.lowercased() }.filter { !["a", "an", "the"].contains($0) }
    }
}
