import ApusModel
import ApusSchemas
import ApusSource
import ApusSpec

/// `enum`: open enums of strings and numbers, over `JSONValue` where types are mixed. Booleans stay `Bool`.
extension Lowerer {
    func lowerEnum(_ joined: JoinedEnum, at site: Site) -> TypeRef {
        lowerEnum(joined.schema.enumeration ?? [], of: joined.schema, described: joined.values, at: site)
    }

    /// - Parameter described: Names and documentation of the values, in their order.
    func lowerEnum(
        _ values: [SourceNode], of schema: FlatSchema, described: [JoinedEnum.Value] = [], at site: Site
    ) -> TypeRef {
        let members = removeRepetitions(in: values)
        guard !members.isEmpty else { return .scalar(.null) }
        guard let rawType = findRawType(of: members.map(\.value), in: schema) else { return .json }
        if rawType == .scalar(.bool) { return rawType }
        checkDefault(of: schema.keywords, valueSchema: schema.keywords)
        let names = EnumNames(schema.keywords, described)
        var cases: [EnumDecl.Case] = []
        for (index, value) in members {
            guard let raw = makeRawLiteral(value, type: rawType) else { continue }
            origins.note(raw.text, of: site.id, mark: value.mark, pointer: schema.id.pointer)
            let given = settings.name(of: site.path + "." + raw.text) ?? names.name(at: index, of: raw.text)
            cases.append(
                EnumDecl.Case(
                    name: given ?? EnumNames.provisional(for: raw), raw: raw, doc: names.doc(at: index, of: raw.text)))
        }
        let header = makeHeader(for: schema.keywords, at: site, nested: [])
        let isClosed = settings.isClosed(site.path)
        return declare(
            .enumeration(EnumDecl(header: header, rawType: rawType, cases: cases, isClosed: isClosed)), at: site)
    }

    /// Members with their indexes among the values, which extensions use. Null is the schema's nullability, not a
    /// member.
    private func removeRepetitions(in values: [SourceNode]) -> [(index: Int, value: SourceNode)] {
        var seen: [Int: [SourceNode]] = [:]
        return values.enumerated().map { (index: $0, value: $1) }.filter { _, value in
            guard !value.isNull else { return false }
            let hash = value.structuralHash
            if seen[hash, default: []].contains(where: { $0.isEqual(to: value) }) { return false }
            seen[hash, default: []].append(value)
            return true
        }
    }

    /// The common type of all values, JSON for scalars of several types; nil for objects and arrays, which have no raw
    /// value in Swift.
    private func findRawType(of values: [SourceNode], in schema: FlatSchema) -> TypeRef? {
        if values.allSatisfy({ $0.string != nil }) { return .scalar(.string) }
        if values.allSatisfy({ $0.boolean != nil }) { return .scalar(.bool) }
        guard values.allSatisfy({ $0.number != nil || $0.boolean != nil || $0.string != nil }) else {
            log.report(.structuredEnum(schema.keywords, values))
            return nil
        }
        if schema.types == [.string] { return .scalar(.string) }
        if values.allSatisfy({ $0.integer != nil }) {
            if schema.types.first == .number { return .scalar(.double) }
            return lowerNumber(schema, formats: Formats.integer, standard: .int)
        }
        return values.allSatisfy { $0.number != nil } ? .scalar(.double) : .json
    }

    /// With `type: string`, YAML's unquoted `200` and `true` are their text.
    private func makeRawLiteral(_ value: SourceNode, type: TypeRef) -> LiteralValue? {
        switch value.content {
        case .string(let text): .string(text)
        case .number(let number) where type == .scalar(.string): .string(number.text)
        case .boolean(let flag) where type == .scalar(.string): .string(flag ? "true" : "false")
        case .number(let number) where type == .scalar(.double): number.decimalLiteral
        case .number(let number): number.integer.map { .integer(String($0)) } ?? number.decimalLiteral
        case .boolean(let flag): .bool(flag)
        default: nil
        }
    }
}

extension LiteralValue {
    /// The text of a raw value, for names and look-ups.
    var text: String {
        switch self {
        case .string(let text), .integer(let text), .double(let text), .enumCase(let text): text
        case .bool(let flag): flag ? "true" : "false"
        default: ""
        }
    }
}

extension Diagnostic {
    static func structuredEnum(_ schema: Schema, _ values: [SourceNode]) -> Diagnostic {
        let structured = values.first { $0.mapping != nil || $0.sequence != nil }
        return Diagnostic(
            id: "structured-enum", severity: .warning, message: "values of this enum are objects or arrays",
            mark: structured?.mark ?? schema.nameMark,
            pointer: schema.id.pointer + "/enum", hint: "the type is JSONValue; strings or numbers would give an enum")
    }
}
