/// Standard `Codable` coders on top of the codec. They are slower than `JSONDecoding` by design: they let models be
/// used wherever `Codable` is required.
enum CodableBridge {
    static func decode<Value: APIValue>(_ type: Value.Type, from decoder: any Decoder) throws -> Value {
        let tree = try JSONValue(from: decoder)
        do {
            return try tree.decode(type)
        } catch {
            throw Swift.DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: error.description, underlyingError: error))
        }
    }

    static func encode<Value: APIValue>(_ value: Value, to encoder: any Encoder) throws {
        let tree: JSONValue
        do {
            tree = try JSONValue(encoding: value)
        } catch {
            throw Swift.EncodingError.invalidValue(
                value,
                .init(codingPath: encoder.codingPath, debugDescription: error.description, underlyingError: error))
        }
        try tree.encode(to: encoder)
    }
}
