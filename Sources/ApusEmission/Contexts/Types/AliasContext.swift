import ApusModel

/// A typealias.
struct AliasContext: TemplateContext {
    static let template = "alias"
    static let usesRuntime = false
    static let tags = ["doc", "name", "target"]

    private let doc: [String]
    private let name: String
    private let target: String

    init(_ decl: AliasDecl, in scope: Scope, _ printer: Printer) {
        doc = DocText.lines(
            decl.header.doc, source: decl.header.doc.pointer.map(DocText.code), more: StructContext.notes(decl.header),
            depth: scope.depth)
        name = decl.header.name
        target = printer.type(decl.target, in: scope)
    }

    func child(named name: String) -> (any TemplateValue)? {
        switch name {
        case "doc": doc
        case "name": self.name
        case "target": target
        default: nil
        }
    }
}
