import ApusModel

/// Removes comments that only repeat the name of what they describe: "The contact ID." above `contactID`, "Not Found" above `notFound`.
enum DropEchoes {
    static func run(_ model: inout APIModel) {
        model.updateTypes { type in
            drop(&type.header.doc, echoing: type.header.name)
            type.updateStructure { decl in
                for place in decl.properties.indices {
                    drop(&decl.properties[place].doc, echoing: decl.properties[place].name)
                }
            }
            type.updateEnumeration { decl in
                for place in decl.cases.indices { drop(&decl.cases[place].doc, echoing: decl.cases[place].name) }
            }
            type.updateUnion { decl in
                for place in decl.cases.indices { drop(&decl.cases[place].doc, echoing: decl.cases[place].name) }
            }
        }
        for place in model.operations.indices { drop(in: &model.operations[place]) }
        for place in model.failures.indices { drop(in: &model.failures[place].cases) }
        for place in model.headers.indices {
            for header in model.headers[place].headers.indices {
                drop(&model.headers[place].headers[header].doc, echoing: model.headers[place].headers[header].name)
            }
        }
        for place in model.events.indices { drop(&model.events[place].doc, echoing: model.events[place].name) }
    }

    private static func drop(in operation: inout OperationDecl) {
        drop(&operation.doc, echoing: operation.methodName)
        for place in operation.parameters.indices {
            drop(&operation.parameters[place].doc, echoing: operation.parameters[place].name)
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
        for place in cases.indices {
            let words = words(of: cases[place].doc.summary ?? "")
            if phrases.contains(words) { cases[place].doc.summary = nil }
            drop(&cases[place].doc, echoing: cases[place].name)
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
