import ApusModel

/// The examples of some types: an extension of each.
struct ExamplesContext: TemplateContext {
    static let template = "examples"
    static let usesRuntime = false
    static let tags = ["types"] + TypeContext.tags.map { "types." + $0 }

    /// The examples of one type.
    struct TypeContext: TemplateValue {
        static let tags = ["name", "provider", "texts", "arguments"]

        let name: String
        let provider: String
        let texts: String
        let arguments: [String]

        func child(named name: String) -> (any TemplateValue)? {
            switch name {
            case "name": self.name
            case "provider": provider
            case "texts": texts
            case "arguments": arguments
            default: nil
            }
        }
    }

    private let types: [TypeContext]

    init(_ examples: [ExampleDecl], _ printer: Printer) {
        types = examples.map { example in
            TypeContext(
                name: printer.name(of: example.type, in: .outside),
                provider: printer.exampleWord("APIExampleProviding"), texts: printer.exampleWord("ExampleTexts"),
                arguments: Self.arguments(example))
        }
    }

    private static func arguments(_ example: ExampleDecl) -> [String] {
        var blocks = [literal(example.minimal, label: "minimal: ")]
        if let full = example.full { blocks.append(literal(full, label: "full: ")) }
        if !example.listed.isEmpty {
            let texts = separated(example.listed.map { literal($0).map { "    " + $0 } })
            blocks.append(["listed: ["] + texts + ["]"])
        }
        if !example.varying.isEmpty { blocks.append(["varying: " + SwiftSource.list(example.varying)]) }
        return separated(blocks)
    }

    /// Blocks of lines with a comma after all but the last.
    private static func separated(_ blocks: [[String]]) -> [String] {
        blocks.enumerated().flatMap { index, block in
            index + 1 < blocks.count ? block.dropLast() + block.suffix(1).map { $0 + "," } : block
        }
    }

    /// A raw literal: of one line, or of several with the text further in.
    private static func literal(_ text: ExampleText, label: String = "") -> [String] {
        guard text.lines.count > 1 else { return [label + "#\"" + (text.lines.first ?? "") + "\"#"] }
        return [label + "#\"\"\""] + text.lines.map { "    " + $0 } + ["    \"\"\"#"]
    }

    func child(named name: String) -> (any TemplateValue)? { name == "types" ? types : nil }
}
