import ApusJSON
import ApusSource

extension SchemaRule {
    /// Annotation keywords, which do not constrain values.
    static let annotationRules: [SchemaRule] = [
        SchemaRule("title") { $2.title = $0.text($1) },
        SchemaRule("summary", .never) { $2.summary = $0.text($1) },
        SchemaRule("description") { $2.documentation = $0.text($1) },
        SchemaRule("deprecated", .since30) { $2.isDeprecated = $0.flag($1) ?? false },
        SchemaRule("readOnly") { $2.isReadOnly = $0.flag($1) ?? false },
        SchemaRule("writeOnly", .since30) { $2.isWriteOnly = $0.flag($1) ?? false },
        SchemaRule("externalDocs") { $2.externalDocs = $0.readExternalDocs($1.location) },
        SchemaRule("example") { $0.readExample($1, into: &$2) },
        SchemaRule("x-example", .only2) { $2.examples.append($1.node) },
        SchemaRule("examples", .since31) { $0.readExamples($1, into: &$2) },
        SchemaRule("xml") { $2.xml = $0.readXML($1) },
        SchemaRule("discriminator") { $2.discriminator = $0.readDiscriminator($1) },
        SchemaRule("$comment", .since31) { _, _, _ in },
    ]

    /// Keywords that only identify locations, which are found when a reference needs them.
    static let identifierRules: [SchemaRule] = [
        SchemaRule("$schema", .since31) { _, _, _ in },
        SchemaRule("$vocabulary", .since31) { _, _, _ in },
        SchemaRule("$id", .since31) { _, _, _ in },
        SchemaRule("$anchor", .since31) { _, _, _ in },
        SchemaRule("$dynamicAnchor", .since31) { _, _, _ in },
        SchemaRule("$defs", .since31) { _, _, _ in },
        SchemaRule("definitions", .never) { _, _, _ in },
        SchemaRule("id", .never) { _, _, _ in },
    ]
}

extension ReadingContext {
    func readExternalDocs(_ location: NodeLocation) -> ExternalDocumentation? {
        guard let location = followMisplaced(location), expectObject(location, name: "externalDocs") else { return nil }
        reportUnknownKeywords(in: location, of: .externalDocs)
        guard let url = text("url", in: location) else { return nil }
        return ExternalDocumentation(url: url, documentation: text("description", in: location))
    }

    func readExample(_ member: Member, into parts: inout SchemaParts) {
        if let other = member.owner.member("examples") { report(.exampleBesideExamples(member, other)) }
        parts.examples.insert(member.node, at: 0)
    }

    /// JSON Schema has a list; the mapping of other objects is read as its values.
    func readExamples(_ member: Member, into parts: inout SchemaParts) {
        switch member.node.content {
        case .sequence(let values): parts.examples += values
        case .mapping(let mapping):
            report(.wrongType(member, expected: "a sequence", reading: "the values of the mapping"))
            parts.examples += mapping.entries.map { $0.value["value"] ?? $0.value }
        default:
            report(.wrongType(member, expected: "a sequence", reading: "one example"))
            parts.examples.append(member.node)
        }
    }

    /// `attribute` and `wrapped` are older equivalents of 3.2's `nodeType`.
    func readXML(_ member: Member) -> XMLObject? {
        guard let location = object(member) else { return nil }
        reportUnknownKeywords(in: location, of: .xml)
        var xml = XMLObject()
        xml.name = text("name", in: location)
        xml.namespace = text("namespace", in: location)
        xml.prefix = text("prefix", in: location)
        xml.wrapped = flag("wrapped", in: location)
        if flag("attribute", in: location) == true { xml.nodeType = .attribute }
        if let word = location.member("nodeType") {
            xml.nodeType = text(word).flatMap(XMLObject.NodeType.init(rawValue:)) ?? xml.nodeType
            if word.node.string.flatMap(XMLObject.NodeType.init(rawValue:)) == nil {
                report(.unknownWord(word, known: ["element", "attribute", "text", "cdata", "none"]))
            }
        }
        return xml
    }

    /// A string in Swagger 2.0, an object since.
    func readDiscriminator(_ member: Member) -> Discriminator? {
        if let name = member.node.string {
            if member.owner.dialect.version != .swagger2 {
                report(.wrongType(member, expected: "a mapping", reading: "{propertyName: \"\(name)\"}"))
            }
            return Discriminator(propertyName: name, mapping: [], mark: member.node.mark)
        }
        guard let location = object(member) else { return nil }
        reportUnknownKeywords(in: location, of: .discriminator)
        guard let name = text("propertyName", in: location) else {
            report(
                .missingMember(
                    "propertyName", of: "discriminator", in: location, hint: "Apus ignores the discriminator"))
            return nil
        }
        let mapping = textEntries("mapping", in: location).compactMap(readMapping)
        var discriminator = Discriminator(propertyName: name, mapping: mapping, mark: location.mark)
        discriminator.defaultMapping = location.member("defaultMapping").flatMap(readMapping)
        return discriminator
    }

    /// The name of a component, which takes precedence where the text could be both (OpenAPI 3.1.1, "Discriminator
    /// Object"), otherwise a reference.
    private func readMapping(_ member: Member) -> Discriminator.Mapping? {
        guard let text = text(member) else { return nil }
        let target =
            findComponentSchema(text, from: member.owner) ?? resolve(text, from: member.owner, at: member.node.mark)
        if let target { pendingSchemas.append(target) }
        return Discriminator.Mapping(value: member.key, target: target?.id, targetText: text)
    }

    private func findComponentSchema(_ name: String, from location: NodeLocation) -> NodeLocation? {
        guard !name.contains("/"), !name.contains("#") else { return nil }
        for resource in [location.resource, root] {
            let tokens = JSONPointer.split(resource.dialect.schemasPointer).dropLast() + [name]
            if let found = walk(Array(tokens), from: resource.location) { return found }
        }
        return nil
    }
}

extension Diagnostic {
    static func exampleBesideExamples(_ member: Member, _ other: Member) -> Diagnostic {
        Diagnostic(
            id: "example-beside-examples", severity: .note, message: "`example` is next to `examples`",
            mark: member.entry.keyMark, pointer: member.pointer, hint: "Apus reads both",
            related: [Related(mark: other.entry.keyMark, message: "`examples` is here")])
    }

    static func unknownWord(_ member: Member, known: [String], nearest: String? = nil) -> Diagnostic {
        let found = member.node.string.map { "\"\($0)\"" } ?? member.node.kindName
        return Diagnostic(
            id: "unknown-word", severity: .warning, message: "`\(member.key)` cannot be \(found)",
            mark: member.node.mark,
            pointer: member.pointer,
            hint: advise(
                nearest ?? Spelling.nearest(to: member.node.string ?? "", among: known),
                "Apus ignores it; possible are \(known.joined(separator: ", "))"))
    }

    static func missingMember(_ key: String, of owner: String, in location: NodeLocation, hint: String) -> Diagnostic {
        Diagnostic(
            id: "missing-member", severity: .warning, message: "\(owner) has no `\(key)`", mark: location.mark,
            pointer: location.pointer, hint: hint)
    }
}
