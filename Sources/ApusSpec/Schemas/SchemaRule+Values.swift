import ApusSource

extension SchemaRule {
    /// Keywords about the value as a whole.
    static let valueRules: [SchemaRule] = [
        SchemaRule("type") { $0.readType($1, into: &$2) },
        SchemaRule("format") { $2.format = $0.text($1) },
        SchemaRule("nullable", .only30) { if $0.flag($1) == true { $2.isNullable = true } },
        SchemaRule("x-nullable", .all) { if $0.flag($1) == true { $2.isNullable = true } },
        SchemaRule("enum") { $0.readEnumeration($1, into: &$2) },
        SchemaRule("const", .since31) { $2.const = $1.node },
        SchemaRule("default") { $2.defaultValue = $1.node },
        SchemaRule("collectionFormat", .only2) { _, _, _ in },
        SchemaRule("contentEncoding", .since31) { $2.content.encoding = $0.text($1) },
        SchemaRule("contentMediaType", .since31) { $2.content.mediaType = $0.text($1) },
        SchemaRule("contentSchema", .since31) { $2.content.schema = $0.readSchema($1.location) },
    ]
}

extension ReadingContext {
    /// One type or a list; `null` in it makes the schema nullable, and alone it is read as `const: null`.
    func readType(_ member: Member, into parts: inout SchemaParts) {
        let words: [String]
        if let word = member.node.string {
            words = [word]
        } else if member.node.sequence != nil {
            if member.owner.dialect.version < .openAPI31 { report(.foreignKeyword(member, name: "a list in `type`")) }
            // YAML's plain `null` is the type name here.
            words = items(member).compactMap { item in
                if item.node.isNull { return "null" }
                if item.node.string == nil { report(.wrongType(item, name: member.key, expected: "strings")) }
                return item.node.string
            }
        } else {
            report(.wrongType(member, expected: "a string", reading: nil))
            return
        }
        for word in words { readTypeWord(word, member, into: &parts) }
        if !words.isEmpty, words.allSatisfy({ $0 == "null" }) {
            parts.const = SourceNode(.null, mark: member.node.mark)
        }
    }

    private func readTypeWord(_ word: String, _ member: Member, into parts: inout SchemaParts) {
        if word == "null" {
            parts.isNullable = true
            return
        }
        if let type = SchemaType(rawValue: word) {
            if !parts.types.contains(type) { parts.types.append(type) }
            return
        }
        let guess = Self.foreignTypes[word.lowercased()]
        let nearest = guess == nil ? findNearest(to: word, among: Self.typeNames) : nil
        let fix = member.node.string == word ? guess.map { Self.fix(member, $0.type, $0.format) } : nil
        report(.unknownType(word, member, reading: guess?.type, nearest: nearest).mended(by: fix))
        guard let guess else { return }
        if !parts.types.contains(guess.type) { parts.types.append(guess.type) }
        if let format = guess.format, parts.format == nil { parts.format = format }
    }

    private static func fix(_ member: Member, _ type: SchemaType, _ format: String?) -> Fix {
        let isFormatOpen = member.owner.node["format"] == nil
        let added = isFormatOpen ? format.map { [Fix.Member("format", .string($0))] } ?? [] : []
        return Fix(member.owner.pointer, [Fix.Member("type", .string(type.rawValue))] + added)
    }

    private static let typeNames = SchemaType.allCases.map(\.rawValue).filter { $0 != "file" } + ["null"]

    /// Type names of programming languages, and their equivalents.
    private static let foreignTypes: [String: (type: SchemaType, format: String?)] = [
        "str": (.string, nil), "text": (.string, nil), "string": (.string, nil), "date": (.string, "date"),
        "datetime": (.string, "date-time"), "date-time": (.string, "date-time"), "uuid": (.string, "uuid"),
        "int": (.integer, nil), "int32": (.integer, "int32"), "int64": (.integer, "int64"), "long": (.integer, "int64"),
        "integer": (.integer, nil), "float": (.number, "float"), "double": (.number, "double"),
        "decimal": (.number, nil),
        "number": (.number, nil), "bool": (.boolean, nil), "boolean": (.boolean, nil), "list": (.array, nil),
        "array": (.array, nil), "map": (.object, nil), "dict": (.object, nil), "object": (.object, nil),
    ]

    func readEnumeration(_ member: Member, into parts: inout SchemaParts) {
        if let values = member.node.sequence {
            if !values.isEmpty { parts.enumeration = values }
            return
        }
        guard member.node.mapping == nil else {
            return report(.wrongType(member, expected: "a sequence", reading: nil))
        }
        report(.wrongType(member, expected: "a sequence", reading: "a list of one"))
        parts.enumeration = [member.node]
    }

    /// Drops a default that does not match the schema, so that later stages can rely on it. A default with missing or
    /// extra quotes is corrected: `"20"` of an integer, `1.0` of a string.
    func checkDefault(of parts: inout SchemaParts, at location: NodeLocation) {
        guard let value = parts.defaultValue, parts.reference == nil, !parts.types.isEmpty else { return }
        if parts.types.contains(where: { $0.accepts(value) }) || (value.isNull && parts.isNullable) { return }
        parts.defaultValue = parts.types.lazy.compactMap { $0.convert(value) }.first
        if !value.isNull, let member = location.member("default") {
            let fixed = parts.defaultValue.flatMap(Fix.Value.init)
            report(
                .mismatchedDefault(member, types: parts.types, reading: parts.defaultValue)
                    .mended(by: fixed.map { Fix(location.pointer, .init("default", $0)) }))
        }
    }
}

extension SchemaType {
    fileprivate func accepts(_ value: SourceNode) -> Bool {
        switch (self, value.content) {
        case (.string, .string), (.file, .string), (.number, .number), (.boolean, .boolean), (.array, .sequence),
            (.object, .mapping):
            true
        case (.integer, .number(let number)): number.integer != nil || number.double.rounded() == number.double
        default: false
        }
    }

    /// The value with quotes removed or added; nil where that does not suffice.
    fileprivate func convert(_ value: SourceNode) -> SourceNode? {
        let converted: SourceNode.Content
        switch (self, value.content) {
        case (.string, .number(let number)): converted = .string(number.text)
        case (.string, .boolean(let flag)): converted = .string(String(flag))
        case (.boolean, .string("true")): converted = .boolean(true)
        case (.boolean, .string("false")): converted = .boolean(false)
        case (.integer, .string(let text)) where Int(text) != nil: converted = .number(SourceNumber(text: text))
        case (.number, .string(let text)) where Double(text)?.isFinite == true && !text.contains("x"):
            converted = .number(SourceNumber(text: text))
        default: return nil
        }
        return SourceNode(converted, mark: value.mark)
    }
}

extension Diagnostic {
    fileprivate static func unknownType(
        _ word: String, _ member: Member, reading: SchemaType?, nearest: String?
    ) -> Diagnostic {
        Diagnostic(
            id: "unknown-type", severity: .warning, message: "there is no type \"\(word)\"", mark: member.node.mark,
            pointer: member.pointer,
            hint: reading.map { "Apus reads it as \"\($0.rawValue)\"" }
                ?? advise(nearest, "Apus ignores it: without a type any JSON is accepted"))
    }

    fileprivate static func mismatchedDefault(
        _ member: Member, types: [SchemaType], reading: SourceNode?
    ) -> Diagnostic {
        let names = types.map(\.rawValue).joined(separator: " or ")
        return Diagnostic(
            id: "mismatched-default", severity: reading == nil ? .warning : .note,
            message: "`default` is \(member.node.kindName), the type is \(names)", mark: member.node.mark,
            pointer: member.pointer,
            hint: reading.map { "Apus reads it as \($0.kindName)" } ?? "Apus ignores the default")
    }
}
