import ApusModel
import ApusSchemas
import ApusSpec

/// Objects without declared members: `[String: T]`, with any values `[String: JSONValue]`.
extension Lowerer {
    /// A type that is only sent is what the document declares: an object.
    func narrow(_ type: TypeRef, to schema: Schema) -> TypeRef {
        type == .json && schema.isFreeObject ? .dictionary(.json) : type
    }

    func lowerDictionary(_ schema: FlatSchema, at site: Site) -> TypeRef {
        var types = schema.object.patternProperties.map { lowerElement($0.schema, at: site.values(like: $0.name)) }
        if case .schema(let values) = schema.object.additionalProperties ?? schema.object.unevaluatedProperties {
            types.append(lowerElement(values, at: site.values))
        }
        guard let first = types.first, types.allSatisfy({ $0 == first }) else { return .dictionary(.json) }
        return .dictionary(first)
    }
}
