import ApusModel
import ApusSpec

extension Schema {
    /// `type: object` without keywords about its members: frameworks write it where a value may be anything. Any JSON
    /// is accepted.
    var isFreeObject: Bool {
        types == [.object] && !hasMembers && !hasDemands && boolean == nil && format == nil
    }
}

extension ObjectKeywords {
    /// Whether members without a declared name are forbidden.
    var isClosed: Bool {
        if case .forbidden = additionalProperties ?? unevaluatedProperties { true } else { false }
    }
}

/// Objects without declared members: `[String: T]`, with any values `[String: JSONValue]`.
extension Lowerer {
    /// A type that is only sent is what the document declares: an object.
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
