import ApusModel

/// The XML form of a model; nothing for models that no XML body holds.
struct XMLContext: TemplateContext {
    static let template = "xml"
    static let tags = ["lines", "isBlank"]

    private let lines: [String]

    private init(_ lines: [String]) {
        self.lines = lines
    }

    func child(named name: String) -> (any TemplateValue)? {
        switch name {
        case "lines": lines
        case "isBlank": lines.isEmpty
        default: nil
        }
    }

    /// The block inside the declaration, like nested types.
    static func block(_ decl: TypeDecl, in inner: Scope, _ printer: Printer) -> [String] {
        guard decl.header.usage.isXML else { return [] }
        printer.noteXML(.declarations)
        let words = XMLExpression(in: inner, printer)
        let lines: [String] =
            switch decl {
            case .structure(let decl): words.lines(decl)
            case .union(let decl): words.lines(decl)
            case .tuple(let decl): words.lines(decl)
            case .enumeration, .alias: []
            }
        let block = printer.hidden + [printer.render(XMLContext(lines))]
        return [Layout.indented(block.joined(separator: "\n"), by: 1)]
    }
}
