extension ResponseReader {
    /// An `application/x-www-form-urlencoded` body; the model determines the types of its texts. An empty one is a form
    /// without members, and nil where null is allowed.
    public mutating func form<Value: APIValue>() -> Value {
        if let probe { return probe.noteForm() }
        if isAbsent, Value.self is any ExpressibleByNilLiteral.Type { return absent() }
        do throws(DecodingProblem) {
            return decode(try FormDecoder.decode(bytes, contentType: contentType))
        } catch {
            report(error)
        }
        return decode(.null)
    }

    /// A `multipart/*` body: an object by the names of its parts, or an array of parts without names.
    ///
    /// - Parameter parts: The coders of parts that are neither JSON, text nor files, by name or position; `*` for other
    ///   positions.
    public mutating func multipart<Value: APIValue>(parts: [String: any BodyCoder] = [:]) -> Value {
        if let probe { return probe.noteMultipart(parts) }
        if isAbsent { return absent() }
        do throws(DecodingProblem) {
            if let parts = try MultipartDecoder(bytes, contentType: contentType, coders: parts)?.decode() {
                return decode(parts.tree, with: parts.files)
            }
            let found = contentType ?? "no content type"
            report(
                DecodingProblem(path: "", offset: 0, expected: "a multipart body with its boundary", found: found))
        } catch {
            report(error)
        }
        return decode(.null)
    }

    private mutating func decode<Value: APIValue>(_ tree: JSONValue, with files: ValueShelf? = nil) -> Value {
        JSONBridge.decode(tree, with: files, problem: &problem)
    }
}
