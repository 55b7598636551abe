import ApusModel

/// An object with known members: properties, an initializer, and the two functions that code it.
struct StructContext: TemplateContext {
    static let template = "struct"
    static let tags =
        [
            "doc", "attributes", "name", "isIdentifiable", "conformances", "properties", "initAvailability", "initHead",
            "assignments",
            "isAssigned",
            "codingAvailability", "reads", "isXML", "constraints", "isConstrained", "unknown",
        ]
        + ["isRead", "writes", "nested", "identity"] + IdentityContext.tags.map { "identity." + $0 }
        + PropertyContext.tags.map { "properties." + $0 }

    private let doc: [String]
    private let attributes: [String]
    private let name: String
    /// `, Identifiable`, or nothing.
    private let conformances: String
    /// Whether Apus makes it `Identifiable`, without the configuration's `conformances`.
    private let isIdentifiable: Bool
    private let identity: [IdentityContext]
    private let properties: [PropertyContext]
    private let initAvailability: [String]
    private let initializer: MemberwiseInit
    private let codingAvailability: [String]
    private let reads: [String]
    private let writes: [String]
    private let isXML: Bool
    private let constraints: [String]
    private let nested: [String]
    /// `private var unknownMembers = UnknownMembers()`
    private let unknown: [String]

    init(_ decl: StructDecl, in scope: Scope, _ printer: Printer) {
        let inner = scope.inside(decl.header.name)
        doc = DocText.lines(
            decl.header.doc, source: decl.header.doc.pointer.map(DocText.code), more: Self.notes(decl.header),
            depth: scope.depth)
        attributes = decl.header.attributes
        name = decl.header.name
        conformances = printer.conformances(of: decl.header)
        isIdentifiable = decl.header.identity != nil && !decl.header.isConfiguredIdentifiable
        identity =
            IdentityContext(decl.header, isStored: decl.header.identity?.steps.isEmpty ?? true, in: inner, printer).map
        { [$0] }
            ?? []
        let fields = decl.properties.map { Field($0, in: inner, printer) }
        let additional = decl.additional.map { AdditionalField(decl.additionalName, $0, in: inner, printer) }
        properties = fields.map(\.context) + (additional.map { [$0.context] } ?? [])
        let offered = fields.filter(\.isOffered)
        initAvailability = printer.availability(decl.header.deprecation)
        initializer = MemberwiseInit(
            parameters: offered.filter(\.isDemanded).compactMap(\.parameter)
                + offered.filter { !$0.isDemanded }.compactMap(\.parameter) + (additional.map { [$0.parameter] } ?? []),
            assignments: offered.map(\.assignment) + (additional.map { [MemberwiseInit.assignment($0.name)] } ?? []),
            access: printer.access, layout: scope.layout)
        codingAvailability = fields.contains(where: \.isDeprecated) ? ["@available(*, deprecated)"] : []
        let kept = decl.unknownName
        reads =
            fields.map { $0.read(scope.layout) } + (additional.map { [$0.read] } ?? [])
            + (kept.map { [$0 + " = object.unknownMembers()"] } ?? [])
        writes =
            fields.map { $0.write(scope.layout) } + (additional.map { [$0.write] } ?? [])
            + (kept.map { ["object.write(" + $0 + ")"] } ?? [])
        unknown = kept.map { ["private var " + $0 + " = " + printer.vocabulary["UnknownMembers"] + "()"] } ?? []
        isXML = decl.header.usage.isXML
        constraints = ConstraintLines.make(members: decl.properties.compactMap(\.constraint), own: decl.constraints)
        nested =
            XMLContext.block(.structure(decl), in: inner, printer) + printer.nested(decl.header.nested, in: inner)
    }

    /// A deprecated type has no attribute itself, because every use would warn. Its initializer has it, and this note
    /// explains it.
    static func notes(_ header: TypeHeader) -> [String] {
        guard let deprecation = header.deprecation else { return [] }
        return ["Deprecated" + (deprecation.message.map { ": " + $0 } ?? ".")]
    }

    func child(named name: String) -> (any TemplateValue)? {
        switch name {
        case "doc": doc
        case "attributes": attributes
        case "name": self.name
        case "conformances": conformances
        case "isIdentifiable": isIdentifiable
        case "identity": identity
        case "properties": properties
        case "initAvailability": initAvailability
        case "initHead": initializer.head
        case "assignments": initializer.assignments
        case "isAssigned": !initializer.assignments.isEmpty
        case "codingAvailability": codingAvailability
        case "reads": reads
        case "isRead": !reads.isEmpty
        case "writes": writes
        case "isXML": isXML
        case "constraints": constraints
        case "isConstrained": !constraints.isEmpty
        case "nested": nested
        case "unknown": unknown
        default: nil
        }
    }
}
