extension ResponseReader {
    /// An `application/x-www-form-urlencoded` body; its texts are read as what the model says they are.
    public mutating func form<Value: APIValue>() -> Value {
        decode(FormDecoder.decode(bytes))
    }

    /// A `multipart/*` body: an object by the names of its parts, or a list of parts without names.
    public mutating func multipart<Value: APIValue>() -> Value {
        guard let tree = MultipartDecoder(bytes, contentType: contentType)?.decode() else {
            let found = contentType ?? "no content type"
            report(
                DecodingProblem(path: "", offset: 0, expected: "a multipart body with its boundary", found: found))
            return decode(.null)
        }
        return decode(tree)
    }

    private mutating func decode<Value: APIValue>(_ tree: JSONValue) -> Value {
        JSONBridge.decode(tree.serialized(), as: Value.self, scalars: .text, problem: &problem)
    }
}
