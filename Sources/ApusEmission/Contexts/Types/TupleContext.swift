import ApusModel

/// An array with a type for each position.
struct TupleContext: TemplateContext {
    static let template = "tuple"
    static let tags =
        [
            "doc", "attributes", "name", "conformances", "properties", "initHead", "assignments", "reads", "writes",
            "isXML", "constraints",
            "isConstrained", "nested",
        ]
        + PropertyContext.tags.map { "properties." + $0 }

    private let doc: [String]
    private let attributes: [String]
    private let name: String
    /// `, Identifiable`, or nothing.
    private let conformances: String
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
            decl.header.doc, source: decl.header.doc.pointer.map(DocText.code), more: StructContext.notes(decl.header),
            depth: scope.depth)
        attributes = decl.header.attributes
        name = decl.header.name
        conformances = printer.conformances(of: decl.header)
        let rest = decl.rest.map { printer.type(.array($0), in: inner) }
        let slots = decl.items.enumerated().map { Slot($1, isRequired: $0 < decl.requiredCount) }
        let types = decl.items.indices.map { decl.declaredType(at: $0) }
        let items = zip(slots, types).enumerated().map { index, pair in
            PropertyContext(
                doc: [], availability: [], name: "item\(index)",
                type: printer.type(pair.1, in: inner), wrapper: Storage(pair.1).wrapper(printer.vocabulary))
        }
        properties = items + (rest.map { [PropertyContext(doc: [], availability: [], name: "rest", type: $0)] } ?? [])
        let parameters = zip(items, slots).map { $0.name + ": " + $0.type + $1.fallback }
        initializer = MemberwiseInit(
            parameters: parameters + (rest.map { ["rest: " + $0 + " = []"] } ?? []),
            assignments: properties.map { MemberwiseInit.assignment($0.name) }, access: printer.access,
            layout: scope.layout)
        reads =
            zip(items, zip(slots, types)).map { item, slot in
                let (head, tail) = Storage(slot.1).target(item.name, beside: "array")
                return head + "array." + slot.0.reading + (printer.readsText(slot.1) ? "NumberOrText()" : "()") + tail
            }
            + (decl.rest.map { ["rest = array." + (printer.readsText($0) ? "restOfNumbersOrTexts()" : "rest()")] } ?? [])
        writes =
            zip(items, zip(slots, types)).map { item, slot in
                let source = Storage(slot.1).source(item.name, beside: "array")
                return "array." + slot.0.writing + "(" + source + ")"
            }
            + (rest == nil ? [] : ["array.writeRest(rest)"])
        isXML = decl.header.usage.isXML
        constraints = ConstraintLines.make(own: decl.constraints)
        nested =
            XMLContext.block(.tuple(decl), in: inner, printer) + printer.nested(decl.header.nested, in: inner)
    }

    /// The possible values of a position, with the text for it.
    private enum Slot {
        case required, nullable, optional
        /// Absent or null, without a distinction.
        case either
        case tristate

        init(_ type: TypeRef, isRequired: Bool) {
            switch type {
            case .tristate: self = .tristate
            case .optional: self = isRequired ? .nullable : .either
            default: self = isRequired ? .required : .optional
            }
        }

        var fallback: String {
            switch self {
            case .required, .nullable: ""
            case .optional, .either: " = nil"
            case .tristate: " = .absent"
            }
        }

        var reading: String {
            switch self {
            case .required, .nullable: "required"
            case .optional, .either: "optional"
            case .tristate: "tristate"
            }
        }

        var writing: String { self == .nullable ? "writeNullable" : "write" }
    }

    func child(named name: String) -> (any TemplateValue)? {
        switch name {
        case "doc": doc
        case "attributes": attributes
        case "name": self.name
        case "conformances": conformances
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
