public import ApusSource
public import ApusSpec

extension Diagnostic {
    public static func schemaTooDeep(_ schema: Schema) -> Diagnostic {
        schemaTooDeep(
            "inline schemas are nested or multiplied beyond the limit", at: schema.nameMark, schema.id.pointer,
            hint: "the type is JSONValue; move inner schemas to components")
    }

    public static func schemaTooDeep(
        _ message: String, at mark: SourceMark?, _ pointer: String?, hint: String
    ) -> Diagnostic {
        Diagnostic(
            id: "schema-too-deep", severity: .warning, message: message, mark: mark, pointer: pointer, hint: hint)
    }
}
