/// Writes and reads bodies in a format that the runtime does not implement.
@_documentation(visibility: internal)
public protocol BodyCoder: Sendable {
    func encode<Value: APIValue>(_ value: Value, contentType: String) throws(EncodingProblem) -> APIBody
    func decode<Value: APIValue>(_ bytes: [UInt8], contentType: String?) throws(DecodingProblem) -> Value
}
