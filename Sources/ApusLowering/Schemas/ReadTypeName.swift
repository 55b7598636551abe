import ApusModel
import ApusSource
import ApusSpec

extension Lowerer {
    /// The type that the configuration or the document names for a schema.
    func configured(_ name: String, for schema: Schema) -> TypeRef {
        Formats.configured(name, for: merge(document.resolve(schema)).inferredType)
    }

    /// The adopter's type that `x-apus-type` names. A document may come from anywhere, so nothing but a name gets from there into code.
    func readTypeName(of schema: Schema) -> TypeRef? {
        guard !schema.extensions.entries.isEmpty, let node = schema.extensions["x-apus-type"] else { return nil }
        if let name = node.string, SwiftText.isPath(name) { return configured(name, for: schema) }
        let fault = RuleReader.Fault(
            kind: .wrongValue(name: "it", expected: "the name of a Swift type, such as Money or Billing.Money"),
            node: node, pointer: schema.id.pointer + "/x-apus-type")
        diagnostics.report(.invalidExtension("x-apus-type", fault))
        return nil
    }
}
