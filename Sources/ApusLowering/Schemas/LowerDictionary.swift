import ApusModel
import ApusSpec

/// Objects without members of their own: `[String: T]`, free-form ones `[String: JSONValue]`.
extension Lowerer {
    func lowerDictionary(_ schema: Schema, at site: Site) -> TypeRef {
        var types = schema.object.patternProperties.map { lowerElement($0.schema, at: site.values(like: $0.name)) }
        if case .schema(let values) = schema.object.additionalProperties ?? schema.object.unevaluatedProperties {
            types.append(lowerElement(values, at: site.values))
        }
        guard let first = types.first, types.allSatisfy({ $0 == first }) else { return .dictionary(.json) }
        return .dictionary(first)
    }
}
