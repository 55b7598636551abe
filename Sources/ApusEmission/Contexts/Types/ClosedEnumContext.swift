import ApusModel

/// An enum closed by configuration: it has Swift's raw values, and an unknown one is an error.
struct ClosedEnumContext: TemplateContext {
    static let template = "closed_enum"
    static let tags =
        ["doc", "attributes", "name", "conformances", "cases", "placeholder", "rawType"]
        + EnumContext.CaseContext.tags.map { "cases." + $0 }

    private let doc: [String]
    private let attributes: [String]
    private let name: String
    /// `, Identifiable`, or nothing.
    private let conformances: String
    private let cases: [EnumContext.CaseContext]
    private let rawType: String

    /// Swift supports raw values of text and numbers only; any other enum stays open.
    static func canPrint(_ decl: EnumDecl) -> Bool {
        decl.rawType != .json && decl.rawType != .scalar(.bool) && !decl.cases.isEmpty
    }

    init(_ decl: EnumDecl, in scope: Scope, _ printer: Printer) {
        doc = DocText.lines(
            decl.header.doc, source: decl.header.doc.pointer.map(DocText.code), more: StructContext.notes(decl.header),
            depth: scope.depth)
        attributes = decl.header.attributes
        name = decl.header.name
        conformances = printer.conformances(of: decl.header)
        cases = decl.cases.map { EnumContext.CaseContext($0, depth: scope.depth + 1, printer) }
        rawType = printer.type(decl.rawType, in: scope.inside(decl.header.name))
    }

    func child(named name: String) -> (any TemplateValue)? {
        switch name {
        case "doc": doc
        case "attributes": attributes
        case "name": self.name
        case "conformances": conformances
        case "cases": cases
        case "placeholder": cases.first?.name ?? ""
        case "rawType": rawType
        default: nil
        }
    }
}
