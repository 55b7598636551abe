import ApusModel
import ApusSpec

extension Schema {
    /// `type: object` and not a word about its members: what frameworks write where a value may be anything. Any JSON is read there.
    var isFreeObject: Bool {
        types == [.object] && !hasMembers && !hasDemands && boolean == nil && format == nil
    }
}

extension ObjectKeywords {
    /// Whether members without a name are forbidden.
    var isClosed: Bool {
        if case .forbidden = additionalProperties ?? unevaluatedProperties { true } else { false }
    }
}

/// Objects without members of their own: `[String: T]`, with any values `[String: JSONValue]`.
extension Lowerer {
    /// What is only sent is no more than the document says: an object.
    func narrow(_ type: TypeRef, to schema: Schema) -> TypeRef {
        type == .json && schema.isFreeObject ? .dictionary(.json) : type
    }

    func lowerDictionary(_ schema: Schema, at site: Site) -> TypeRef {
        var types = schema.object.patternProperties.map { lowerElement($0.schema, at: site.values(like: $0.name)) }
        if case .schema(let values) = schema.object.additionalProperties ?? schema.object.unevaluatedProperties {
            types.append(lowerElement(values, at: site.values))
        }
        guard let first = types.first, types.allSatisfy({ $0 == first }) else { return .dictionary(.json) }
        return .dictionary(first)
    }
}
