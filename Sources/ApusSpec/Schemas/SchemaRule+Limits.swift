import ApusSource

extension SchemaRule {
    /// Keywords that only `validate()` uses.
    static let limitRules: [SchemaRule] = [
        SchemaRule("multipleOf") { $2.limits.multipleOf = $0.number($1) },
        SchemaRule("minimum") {
            if $1.owner.node["exclusiveMinimum"]?.boolean != true { $2.limits.minimum = $0.number($1) }
        },
        SchemaRule("maximum") {
            if $1.owner.node["exclusiveMaximum"]?.boolean != true { $2.limits.maximum = $0.number($1) }
        },
        SchemaRule("exclusiveMinimum") { $2.limits.exclusiveMinimum = $0.readExclusive($1, inclusive: "minimum") },
        SchemaRule("exclusiveMaximum") { $2.limits.exclusiveMaximum = $0.readExclusive($1, inclusive: "maximum") },
        SchemaRule("minLength") { $2.limits.minLength = $0.count($1) },
        SchemaRule("maxLength") { $2.limits.maxLength = $0.count($1) },
        SchemaRule("pattern") { $2.limits.pattern = $0.text($1) },
        SchemaRule("minItems") { $2.limits.minItems = $0.count($1) },
        SchemaRule("maxItems") { $2.limits.maxItems = $0.count($1) },
        SchemaRule("uniqueItems") { $2.limits.uniqueItems = $0.flag($1) ?? false },
        SchemaRule("minContains", .since31) { $2.limits.minContains = $0.count($1) },
        SchemaRule("maxContains", .since31) { $2.limits.maxContains = $0.count($1) },
        SchemaRule("minProperties") { $2.limits.minProperties = $0.count($1) },
        SchemaRule("maxProperties") { $2.limits.maxProperties = $0.count($1) },
    ]
}

extension ReadingContext {
    /// A number since 3.1. Earlier, `true` made `minimum` (or `maximum`) exclusive; both forms are read in every
    /// version.
    func readExclusive(_ member: Member, inclusive: String) -> SourceNumber? {
        guard let isExclusive = member.node.boolean else {
            if member.owner.dialect.version < .openAPI31 {
                report(.foreignKeyword(member, name: "a number in `\(member.key)`"))
            }
            return number(member)
        }
        if member.owner.dialect.version >= .openAPI31 {
            report(.foreignKeyword(member, name: "a boolean in `\(member.key)`"))
        }
        guard isExclusive else { return nil }
        return member.owner.member(inclusive).flatMap(number)
    }
}
