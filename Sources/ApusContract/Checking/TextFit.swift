import ApusSource
import ApusSpec

/// Whether the text of a parameter can be a value of its schema. Only schemas of one scalar are compared.
struct TextFit {
    private let document: Document

    init(_ document: Document) {
        self.document = document
    }

    func mismatch(of text: String, with schema: Schema) -> (kind: Difference.Kind, place: Difference.Place)? {
        let value = SourceNode(.string(text), mark: schema.mark)
        let schema = document.resolve(schema)
        guard schema.allOf.isEmpty, schema.oneOf.isEmpty, schema.anyOf.isEmpty, schema.types.count == 1,
            let type = schema.types.first
        else { return nil }
        let place = Difference.Place(schema.mark, schema.id.pointer)
        let number = SourceNumber(text: text)
        switch type {
        case .string: return schema.hasValue(value) ? nil : (.value, place)
        case .boolean:
            return ["true", "false", "1", "0"].contains { SourceKey.areSame($0, text) } ? nil : (.type, place)
        case .integer: return Double(text) != nil && number.isWhole ? nil : (.type, place)
        case .number: return Double(text) == nil ? (.type, place) : nil
        case .array, .object, .file: return nil
        }
    }
}
