import ApusModel
import ApusSchemas
import ApusSource
import ApusSpec

extension Lowerer {
    /// The configured or documented type for a schema.
    func configured(_ name: String, for schema: Schema) -> TypeRef {
        Formats.configured(name, for: schemas.flatten(schema).inferredType)
    }

    /// The adopter's type in `x-apus-type`. A document is untrusted, so only a valid name becomes code.
    func readTypeName(of schema: Schema) -> TypeRef? {
        guard !schema.extensions.entries.isEmpty, let node = schema.extensions["x-apus-type"] else { return nil }
        if let name = node.string, SwiftText.isPath(name) { return configured(name, for: schema) }
        let fault = RuleReader.Fault(
            kind: .wrongValue(name: "it", expected: "the name of a Swift type, such as Money or Billing.Money"),
            node: node, pointer: schema.id.pointer + "/x-apus-type")
        log.report(.invalidExtension("x-apus-type", fault))
        return nil
    }
}
