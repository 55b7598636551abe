public import ApusModel

extension Emission {
    /// The Swift file with every call of the README, each snippet in a function of its own, for a test to compile.
    ///
    /// Deprecated operations are called from deprecated functions, so that the file compiles without warnings.
    public static func readmeSnippets(_ model: APIModel) throws(EmissionError) -> String {
        let printer = try Printer(model, EmissionOptions(), contexts: ContextList.all)
        var text = "import Foundation\nimport \(model.module)\n"
        for (index, operation) in model.operations.enumerated() {
            let snippet = Layout.indented(Snippet(operation, printer).text, by: 1)
            let isUsed = snippet.hasPrefix("    let result") || snippet.contains("\n    let result")
            if operation.deprecation != nil { text += "\n@available(*, deprecated)" }
            text += "\nprivate func snippet\(index)(_ client: \(model.qualify(model.client.name))) async throws {\n"
            text += snippet + "\n" + (isUsed ? "    _ = result\n" : "") + "}\n"
        }
        return text
    }
}
