import ApusModel

/// The module with the examples of the client's types. It has a file beside each of the client's that has types with examples.
extension Emission {
    /// - Returns: nil for a file of the client without such types.
    static func examples(of plan: FilePlan, _ printer: Printer) -> GeneratedFile? {
        let contents = exampleFile(of: plan.content, printer)
        if printer.options.keepsFileNames, plan.path.hasSuffix(".swift") {
            return GeneratedFile(path: plan.path, contents: contents ?? printer.render(FileContext([], printer)) + "\n")
        }
        return contents.map {
            GeneratedFile(path: plan.path.replacing(".swift", with: "+Examples.swift"), contents: $0)
        }
    }

    private static func exampleFile(of content: FilePlan.Content, _ printer: Printer) -> String? {
        let model = printer.model
        guard printer.options.exampleParts.contains(part(of: content)) else { return nil }
        var decls: [TypeDecl] = []
        switch content {
        case .types(let ids): decls = ids.compactMap { model.types.find($0) }
        case .operations(let ids): decls = ids.compactMap { model.operations.find($0) }.flatMap(\.nested)
        case .client, .namespace, .servers, .credentials, .readme, .landing, .failures, .headers, .events, .shims: break
        }
        var examples: [ExampleDecl] = []
        for decl in decls { decl.forEachType { examples += printer.examples[$0.header.id].map { [$0] } ?? [] } }
        guard !examples.isEmpty else { return nil }
        printer.forgetImports()
        let text = printer.render(ExamplesContext(examples, printer))
        let models = printer.options.models ?? printer.module
        let isModel = part(of: content) == .models
        let modules = ["ApusExamples", isModel ? models : printer.options.client ?? models]
        return printer.render(FileContext([text], modules: modules, printer)) + "\n"
    }
}

extension Printer {
    /// A name of the library of examples, with its module where a type of the client has the name.
    func exampleWord(_ name: String) -> String { names.all.contains(name) ? "ApusExamples." + name : name }
}
