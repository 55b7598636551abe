import ApusRegexp
import ApusSource
import ApusSpec

/// The members of schemas by name, so that each schema is indexed once for all of the traffic.
final class SchemaMembers {
    private var known: [ObjectIdentifier: [SourceKey: Schema]] = [:]
    private var patterns: [SourceKey: LinearRegexp?] = [:]

    func find(_ name: SourceKey, in schema: Schema) -> Schema? {
        let id = ObjectIdentifier(schema)
        if let members = known[id] { return members[name] }
        let properties = schema.object.properties.map { (SourceKey($0.name), $0.schema) }
        let members = Dictionary(properties, uniquingKeysWith: { first, _ in first })
        known[id] = members
        return members[name]
    }

    /// The schemas of `patternProperties` whose pattern the name matches; an invalid pattern matches every name.
    func findPatterns(_ name: String, in schema: Schema) -> [Schema] {
        schema.object.patternProperties.filter { property in
            let key = SourceKey(property.name)
            if patterns[key] == nil { patterns[key] = .some(LinearRegexp(property.name, as: .ecmaScript)) }
            return (patterns[key] ?? nil)?.matches(name, isWhole: false) ?? true
        }.map(\.schema)
    }
}
