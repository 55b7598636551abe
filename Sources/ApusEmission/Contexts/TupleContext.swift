import ApusModel

/// An array whose places have types of their own.
struct TupleContext: TemplateContext {
    static let template = "tuple"
    static let tags =
        [
            "doc", "name", "properties", "initHead", "assignments", "reads", "writes", "isXML", "constraints",
            "isConstrained", "nested",
        ]
        + PropertyContext.tags.map { "properties." + $0 }

    private let doc: [String]
    private let name: String
    private let properties: [PropertyContext]
    private let initializer: MemberwiseInit
    private let reads: [String]
    private let writes: [String]
    private let isXML: Bool
    private let constraints: [String]
    private let nested: [String]

    init(_ decl: TupleDecl, in scope: Scope, _ printer: Printer) {
        let inner = scope.inside(decl.header.name)
        doc = DocText.lines(
            decl.header.doc, place: decl.header.doc.place.map(DocText.code), more: StructContext.notes(decl.header),
            depth: scope.depth)
        name = decl.header.name
        let rest = decl.rest.map { printer.type(.array($0), in: inner) }
        let items = decl.items.enumerated().map { index, item in
            PropertyContext(
                doc: [], availability: [], name: "item\(index)",
                type: printer.type(item, in: inner) + (index < decl.requiredCount ? "" : "?"))
        }
        properties = items + (rest.map { [PropertyContext(doc: [], availability: [], name: "rest", type: $0)] } ?? [])
        let parameters = items.enumerated().map { index, item in
            item.name + ": " + item.type + (index < decl.requiredCount ? "" : " = nil")
        }
        initializer = MemberwiseInit(
            parameters: parameters + (rest.map { ["rest: " + $0 + " = []"] } ?? []),
            assignments: properties.map { MemberwiseInit.assignment($0.name) }, access: printer.access,
            layout: scope.layout)
        reads =
            items.enumerated().map { index, item in
                item.name + (index < decl.requiredCount ? " = array.required()" : " = array.optional()")
            } + (rest == nil ? [] : ["rest = array.rest()"])
        writes =
            zip(items, decl.items).enumerated().map { index, pair in
                let isNullable = if case .optional = pair.1 { index < decl.requiredCount } else { false }
                return (isNullable ? "array.writeNullable(" : "array.write(") + pair.0.name + ")"
            } + (rest == nil ? [] : ["array.writeRest(rest)"])
        isXML = decl.header.usage.isXML
        constraints = ConstraintLines.make(own: decl.constraints)
        nested =
            XMLContext.block(.tuple(decl), in: inner, printer) + printer.nested(decl.header.nested, in: inner)
    }

    func child(named name: String) -> (any TemplateValue)? {
        switch name {
        case "doc": doc
        case "name": self.name
        case "properties": properties
        case "initHead": initializer.head
        case "assignments": initializer.assignments
        case "reads": reads
        case "writes": writes
        case "isXML": isXML
        case "constraints": constraints
        case "isConstrained": !constraints.isEmpty
        case "nested": nested
        default: nil
        }
    }
}
