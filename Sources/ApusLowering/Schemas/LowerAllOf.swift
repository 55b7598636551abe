import ApusModel
import ApusSchemas
import ApusSource
import ApusSpec

/// `allOf`, and `$ref` with siblings that affect the type: one flat type of all members, or the single type that they
/// refer to.
extension Lowerer {
    func lowerAllOf(_ schema: Schema, at site: Site) -> TypeRef {
        if let only = schemas.findOnlyMember(of: schema) { return lower(only, at: site) }
        return lower(schemas.merge(schema), at: site)
    }
}
