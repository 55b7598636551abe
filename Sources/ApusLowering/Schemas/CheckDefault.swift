import ApusSource
import ApusSpec

extension Lowerer {
    /// Reports a default that is none of the values of its enum.
    ///
    /// - Parameter valueSchema: The schema with the values and the default: for a reference, its target.
    func checkDefault(of schema: Schema, valueSchema: Schema) {
        guard let value = schema.defaultValue ?? valueSchema.defaultValue, !value.isNull,
            let values = schema.enumeration ?? valueSchema.enumeration, !values.isEmpty,
            !values.contains(where: {
                $0.isEqual(to: value) || $0.writtenText != nil && $0.writtenText == value.writtenText
            })
        else { return }
        log.report(.defaultOutsideEnum(value, values, in: schema))
    }
}

extension SourceNode {
    /// A scalar as YAML without quotes has it: `"1"` and `1` are one.
    fileprivate var writtenText: String? {
        string ?? number?.text ?? boolean.map { $0 ? "true" : "false" }
    }
}

extension Diagnostic {
    fileprivate static func defaultOutsideEnum(_ value: SourceNode, _ values: [SourceNode], in schema: Schema)
        -> Diagnostic
    {
        let nearest = value.string.flatMap {
            Spelling.nearest(to: $0, among: values.prefix(1_000).compactMap(\.string))
        }
        return Diagnostic(
            id: "default-outside-enum", severity: .warning,
            message: "the default \(CompactJSON.write(value)) is none of the values of its `enum`", mark: value.mark,
            pointer: schema.id.pointer,
            hint: (nearest.map { "did you mean \"\($0)\"? " } ?? "") + "no initializer has it; it is only documented")
    }
}
