import ApusEmission
public import ApusModel

/// The Swift that the tests compile for one example: its types inside a type of the example's name, the operations that its `request` and
/// `answer` blocks use, and a function that registers both in `CompiledExamples` of the tests.
public struct ExampleSource {
    /// Empty where no block needs compiled code.
    public private(set) var text = ""

    private let name: String
    private let blocks: [Chapter.Block]
    /// The markdown file, for the messages of the compiler.
    private let path: String

    /// - Parameters:
    ///   - model: The model of the example's document.
    ///   - path: The markdown file that the compiler names where a line of the example does not compile.
    /// - Throws: What emission throws.
    public init(_ model: APIModel, of example: Chapter.Example, in chapter: Chapter, path: String) throws {
        name = example.name
        blocks = chapter.blocks(at: example.outputs)
        self.path = path
        guard blocks.contains(where: { $0.holdsValues || $0.holdsCalls }) else { return }
        let calls = try blocks.contains(where: \.holdsCalls) ? CallSource.emit(model, as: name) + "\n" : ""
        text = try emitTypes(of: model) + "\n" + calls + registration(of: model)
    }

    /// The model with all its types inside of a type.
    static func nest(_ model: APIModel, in name: String) -> APIModel {
        var model = model
        model.names = model.names.mapValues { [name] + $0 }
        return model
    }

    private func emitTypes(of model: APIModel) throws -> String {
        var model = Self.nest(model, in: name)
        let id = TypeID("example")
        let types = model.types
        model.names[id] = [name]
        model.types = [.structure(StructDecl(header: TypeHeader(id: id, name: name, nested: types), properties: []))]
        (model.operations, model.failures, model.events) = ([], [], [])
        model.files = [FilePlan(path: "Example.swift", content: .types([0]))]
        let files = try Emission.emit(model, options: EmissionOptions(access: .internal))
        return MappingExample.dropHead(of: files.first?.contents ?? "")
    }

    /// The function that makes types and calls available to the tests by their names in the book. A line that is copied from the book
    /// keeps its location there.
    private func registration(of model: APIModel) throws -> String {
        let statements =
            try uniqueTypes(inXML: false).map { type in
                locate("examples.types[\"\(name).\(type.name)\"] = \(name).\(type.name).self", at: type.line)
            } + xmlTypes(of: model) + calls(of: model)
        return
            (["extension \(name) {", "    static func register(in examples: inout CompiledExamples) {"]
            + statements.flatMap { $0 }.map { $0.hasPrefix("#") ? $0 : "        " + $0 } + ["    }", "}", ""])
            .joined(separator: "\n")
    }

    private func xmlTypes(of model: APIModel) throws -> [[String]] {
        let wanted = uniqueTypes(inXML: true)
        if wanted.isEmpty { return [] }
        let arguments = try bodyArguments(of: model)
        return wanted.compactMap { type in
            guard let arguments = arguments[type.name] else { return nil }
            let swift = type.name.hasPrefix("[") ? "[\(name).\(type.name.dropFirst())" : "\(name).\(type.name)"
            return locate(
                "examples.xml[\"\(name).\(type.name)\"] = XMLExample(\(swift).self, \(arguments))", at: type.line)
        }
    }

    private func calls(of model: APIModel) -> [[String]] {
        guard blocks.contains(where: \.holdsCalls) else { return [] }
        let requests = uniqued(blocks.filter { $0.language == "request" }.flatMap(\.inputs)) { $0.text }
        let answered = uniqued(
            blocks.filter { $0.language == "answer" }.compactMap { block in
                block.words.first.map { (text: String($0), line: block.line) }
            }
        ) { $0.text }
        let headers = CallSource.headers(of: model)
        return [["var calls = CompiledCalls()"]]
            + requests.map { locate("calls.requests[#\"\($0.text)\"#] = \($0.text)", at: $0.line) }
            + answered.map { locate(CallSource.answer($0.text, headers: headers[$0.text]), at: $0.line) }
            + [["examples.calls[\"\(name)\"] = calls"]]
    }

    /// The types that `wire`, `validate` and `strict` blocks name, in JSON or in XML, each with the line that names it first.
    private func uniqueTypes(inXML: Bool) -> [(name: String, line: Int)] {
        let named = blocks.filter { $0.holdsValues && $0.words.contains("xml") == inXML }.compactMap { block in
            block.words.first.map { (name: String($0), line: block.line) }
        }
        return uniqued(named) { $0.name }
    }

    private func uniqued<Element>(_ elements: [Element], by key: (Element) -> String) -> [Element] {
        var known: Set<String> = []
        return elements.filter { known.insert(key($0)).inserted }
    }

    private func locate(_ statement: String, at line: Int) -> [String] {
        ["#sourceLocation(file: \"\(path)\", line: \(line))", statement, "#sourceLocation()"]
    }

    /// The arguments of `response.xml(…)` by the type that it reads, as the operations of an example print them.
    private func bodyArguments(of model: APIModel) throws -> [String: String] {
        var model = Self.nest(model, in: name)
        model.files = [FilePlan(path: "Example.swift", content: .operations(model.operations.ids))]
        let text = try Emission.emit(model, options: EmissionOptions()).first?.contents ?? ""
        var arguments: [String: String] = [:]
        for part in text.split(separator: "public static func decode(").dropFirst() {
            guard let type = part.firstRange(of: "-> "), let brace = part.firstRange(of: " {\n"),
                let call = part.firstRange(of: "response.xml("), let end = part.firstRange(of: "\n    }")
            else { continue }
            let key = String(part[type.upperBound..<brace.lowerBound]).replacing(name + ".", with: "")
            arguments[key] = String(part[call.upperBound..<end.lowerBound].dropLast())
        }
        return arguments
    }
}
