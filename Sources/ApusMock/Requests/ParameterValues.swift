import ApusCodec
import ApusContract
import ApusLowering
import ApusRuntime
import ApusSource
import ApusSpec
import HTTPTypes

/// Compares the values of parameters with the limits of their schemas: scalars, and lists of them in a query.
struct ParameterValues {
    private let mock: MockDocument
    private let operation: Operation

    init(_ mock: MockDocument, _ operation: Operation) {
        self.mock = mock
        self.operation = operation
    }

    func problems(of request: MockRequest) -> [Refusal.Problem] {
        let path = PathValues(operation, target: request.target)
        let query = RequestAddress(request.target).query
        return operation.parameters.compactMap { parameter in
            guard let schema = parameter.schema else { return nil }
            let texts: [String]
            switch parameter.location {
            case .path where parameter.style == .simple: texts = path.value(of: parameter.name).map { [$0] } ?? []
            case .query where parameter.style == .form:
                texts = query.filter { SourceKey.areSame($0.name, parameter.name) }.map(\.value)
            case .header where !Self.isReserved(parameter.name):
                texts = HTTPField.Name(parameter.name).flatMap { request.headers[$0] }.map { [$0] } ?? []
            case .path, .query, .header, .cookie, .queryString: texts = []
            }
            guard !texts.isEmpty, let value = value(of: texts, parameter, schema) else { return nil }
            let misfit = DocumentStack.run { mock.examples.findMisfit(ofRequest: value, schema) }
            return misfit.map {
                Refusal.Problem(
                    part: "the \(parameter.location.rawValue) parameter \"\(HeaderText.safe(parameter.name))\"",
                    reason: $0.reason)
            }
        }
    }

    /// The specification ignores parameters of these names.
    private static func isReserved(_ name: String) -> Bool {
        ["accept", "authorization", "content-type"].contains(name.lowercased())
    }

    /// nil where the text alone does not tell the value.
    private func value(of texts: [String], _ parameter: Parameter, _ schema: Schema) -> JSONValue? {
        let schema = mock.document.resolve(schema)
        guard schema.types.count == 1, let type = schema.types.first else { return nil }
        if type == .array {
            guard parameter.location == .query, let items = schema.array.items.map(mock.document.resolve),
                items.types.count == 1, let type = items.types.first
            else { return nil }
            let all =
                parameter.explode
                ? texts : texts.flatMap { $0.utf8.split(separator: UInt8(ascii: ",")).map { String(Substring($0)) } }
            let values = all.prefix(1_000).compactMap { Self.scalar($0, type) }
            return values.count == min(all.count, 1_000) ? .array(values) : nil
        }
        // An empty value of a nullable parameter, or of one with `allowEmptyValue`, says nothing.
        if texts[0].isEmpty, parameter.allowsEmptyValue || schema.isNullable { return nil }
        return Self.scalar(texts[0], type)
    }

    private static func scalar(_ text: String, _ type: SchemaType) -> JSONValue? {
        switch type {
        case .string: .string(text)
        case .integer, .number: JSONNumber(text).map { .number($0) }
        case .boolean: text == "true" ? .bool(true) : text == "false" ? .bool(false) : nil
        case .array, .object, .file: nil
        }
    }
}
