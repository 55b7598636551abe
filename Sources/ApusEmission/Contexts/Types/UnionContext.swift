import ApusModel

/// One of several types, selected by a discriminator or by the best fit.
struct UnionContext: TemplateContext {
    static let template = "union"
    static let tags =
        [
            "doc", "attributes", "name", "isIdentifiable", "conformances", "cases", "unknownName", "discriminator",
            "fallback",
            "alternatives", "isXML", "nested", "identity", "identity.type",
        ]
        + CaseContext.tags.map { "cases." + $0 }

    /// One alternative.
    struct CaseContext: TemplateValue {
        static let tags = ["doc", "keyword", "name", "type", "pattern", "read", "write"]

        var doc: [String]
        /// `case`, or `indirect case` for an indirectly stored value.
        var keyword: String
        var name: String
        var type: String
        /// The value that selects it: `"cat", "kitty"` or the index of the alternative.
        var pattern: String
        /// `read()` or `readNumberOrText()`
        var read: String
        /// The arguments after `value.write(member`: `, discriminator: "kind", "cat"`,
        /// `, discriminator: "version", literal: "1"`, or nothing.
        var write: String

        func child(named name: String) -> (any TemplateValue)? {
            switch name {
            case "doc": doc
            case "keyword": keyword
            case "name": self.name
            case "type": type
            case "pattern": pattern
            case "read": read
            case "write": write
            default: nil
            }
        }
    }

    private let doc: [String]
    private let attributes: [String]
    private let name: String
    /// `, Identifiable`, or nothing.
    private let conformances: String
    /// Whether Apus makes it `Identifiable`, without the configuration's `conformances`.
    private let isIdentifiable: Bool
    private let identity: [IdentityContext]
    private let cases: [CaseContext]
    private let unknownName: String
    private let discriminator: [String]
    private let fallback: [String]
    private let alternatives: [String]
    private let isXML: Bool
    private let nested: [String]

    init(_ decl: UnionDecl, in scope: Scope, _ printer: Printer) {
        let inner = scope.inside(decl.header.name)
        doc = DocText.lines(
            decl.header.doc, source: decl.header.doc.pointer.map(DocText.code), more: StructContext.notes(decl.header),
            depth: scope.depth)
        attributes = decl.header.attributes
        name = decl.header.name
        conformances = printer.conformances(of: decl.header)
        isIdentifiable = decl.header.identity != nil && !decl.header.isConfiguredIdentifiable
        identity =
            IdentityContext(decl.header, isStored: false, in: inner, printer).map { [$0] }
            ?? []
        let isDiscriminated = decl.discriminator != nil && decl.cases.allSatisfy { !$0.discriminatorValues.isEmpty }
        cases = zip(decl.cases.ids, decl.cases).map { id, member in
            CaseContext(
                doc: DocText.lines(member.doc, depth: inner.depth),
                keyword: Self.keyword(of: member.type), name: member.name,
                type: printer.type(member.type, in: inner),
                pattern: isDiscriminated
                    ? member.discriminatorValues.map(SwiftSource.literal).joined(separator: ", ") : String(id.position),
                read: printer.readsText(member.type) ? "readNumberOrText()" : "read()",
                write: id == decl.defaultCase ? "" : Self.discriminator(decl, member))
        }
        unknownName = decl.unknownName
        discriminator = isDiscriminated ? [SwiftSource.literal(decl.discriminator ?? "")] : []
        fallback = isDiscriminated ? decl.cases.find(decl.defaultCase).map { [$0.name] } ?? [] : []
        alternatives = isDiscriminated ? [] : [UnionShapes.list(decl.cases.map(\.shape), scope.layout, printer)]
        isXML = decl.header.usage.isXML
        nested =
            XMLContext.block(.union(decl), in: inner, printer) + printer.nested(decl.header.nested, in: inner)
    }

    private static func keyword(of type: TypeRef) -> String {
        if case .indirect = type { "indirect case" } else { "case" }
    }

    private static func discriminator(_ decl: UnionDecl, _ member: UnionDecl.Case) -> String {
        guard let name = decl.discriminator, !member.discriminatorValues.isEmpty else { return "" }
        let values = member.discriminatorValues.map(SwiftSource.literal).joined(separator: ", ")
        return ", discriminator: " + SwiftSource.literal(name) + (decl.isDiscriminatorText ? ", " : ", literal: ")
            + values
    }

    func child(named name: String) -> (any TemplateValue)? {
        switch name {
        case "doc": doc
        case "attributes": attributes
        case "name": self.name
        case "conformances": conformances
        case "isIdentifiable": isIdentifiable
        case "identity": identity
        case "cases": cases
        case "unknownName": unknownName
        case "discriminator": discriminator
        case "fallback": fallback
        case "alternatives": alternatives
        case "isXML": isXML
        case "nested": nested
        default: nil
        }
    }
}
