import ApusModel

/// An open enum: known values, and a case for any other.
struct EnumContext: TemplateContext {
    static let template = "enum"
    static let tags =
        [
            "doc", "attributes", "name", "conformances", "cases", "unknownName", "rawType", "needsDefault", "allCases",
            "isLarge", "isText",
            "rawValues",
        ]
        + CaseContext.tags.map { "cases." + $0 } + RawValueContext.tags.map { "rawValues." + $0 }

    /// One known value.
    struct CaseContext: TemplateValue {
        static let tags = ["doc", "name", "raw"]

        var doc: [String]
        var name: String
        var raw: String

        func child(named name: String) -> (any TemplateValue)? {
            switch name {
            case "doc": doc
            case "name": self.name
            case "raw": raw
            default: nil
            }
        }

        init(_ decl: EnumDecl.Case, depth: Int, _ printer: Printer) {
            let note = decl.deprecation.map { "Deprecated" + ($0.message.map { ": " + $0 } ?? ".") }
            doc = DocText.lines(decl.doc, more: note.map { [$0] } ?? [], depth: depth)
            name = decl.name
            raw = decl.raw == .null ? ".null" : printer.literal(decl.raw)
        }
    }

    private let doc: [String]
    private let attributes: [String]
    private let name: String
    /// `, Identifiable`, or nothing.
    private let conformances: String
    private let cases: [CaseContext]
    private let unknownName: String
    private let rawType: String
    private let needsDefault: Bool
    private let allCases: String
    private let rawValues: [RawValueContext]
    /// Whether there are so many cases that a switch over raw values is slow to compile and to run: raw values are then
    /// looked up.
    private let isLarge: Bool
    /// Whether raw values are strings, which are compared by their bytes.
    private let isText: Bool

    /// The compiler compares every row of a switch with those above it: two seconds for 1,000 rows, 15 for 2,000.
    static let switchLimit = 256

    init(_ decl: EnumDecl, in scope: Scope, _ printer: Printer) {
        let depth = scope.depth + 1
        doc = DocText.lines(
            decl.header.doc, source: decl.header.doc.pointer.map(DocText.code), more: StructContext.notes(decl.header),
            depth: scope.depth)
        attributes = decl.header.attributes
        name = decl.header.name
        conformances = printer.conformances(of: decl.header)
        cases = decl.cases.map { CaseContext($0, depth: depth, printer) }
        unknownName = decl.unknownName
        rawType = printer.type(decl.rawType, in: scope.inside(decl.header.name))
        needsDefault =
            !(decl.cases.contains { $0.raw == .bool(true) } && decl.cases.contains { $0.raw == .bool(false) }
            && decl.rawType == .scalar(.bool))
        isText = decl.rawType == .scalar(.string)
        isLarge = decl.cases.count > Self.switchLimit
        allCases = scope.layout.array("", decl.cases.map { "." + $0.name }, depth: 2)
        rawValues = RawValueContext.make(
            of: cases, unknownName: unknownName, type: rawType, limit: Self.switchLimit, access: printer.access)
    }

    func child(named name: String) -> (any TemplateValue)? {
        switch name {
        case "doc": doc
        case "attributes": attributes
        case "name": self.name
        case "conformances": conformances
        case "cases": cases
        case "unknownName": unknownName
        case "rawType": rawType
        case "needsDefault": needsDefault
        case "allCases": allCases
        case "isLarge": isLarge
        case "isText": isText
        case "rawValues": rawValues
        default: nil
        }
    }
}
