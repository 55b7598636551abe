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
            let texts = example.listed.map { literal($0, inset: "") }
            // To the formatter, a list of one literal of several lines is on one line.
            let isOneLine = texts.count == 1 && texts[0].count > 1
            let lines = isOneLine ? texts[0] : texts.flatMap(ended)
            blocks.append(["listed: ["] + lines.map { "    " + $0 } + ["]"])
        }
        if !example.varying.isEmpty { blocks.append(["varying: " + SwiftSource.list(example.varying)]) }
        return separated(blocks)
    }

    /// Blocks of lines with a comma after all but the last.
    private static func separated(_ blocks: [[String]]) -> [String] {
        blocks.enumerated().flatMap { index, block in
            index + 1 < blocks.count ? ended(block) : block
        }
    }

    /// Lines with a comma after the last.
    private static func ended(_ block: [String]) -> [String] {
        block.dropLast() + block.suffix(1).map { $0 + "," }
    }

    /// A raw literal: of one line, or of several with the text further in. The formatter does not break a literal of several lines, and
    /// indents one behind a label.
    private static func literal(_ text: ExampleText, label: String = "", inset: String = "    ") -> [String] {
        let line = text.lines.first ?? ""
        if text.lines.count <= 1, line.utf8.count <= 80 {
            return [label + "#\"" + line + "\"#"]
        }
        return [label + "#\"\"\""] + text.lines.map { inset + $0 } + [inset + "\"\"\"#"]
    }

    func child(named name: String) -> (any TemplateValue)? { name == "types" ? types : nil }
}
