extension RequestWriter {
    /// A `multipart/*` body, sent in chunks as its files provide them.
    ///
    /// - Parameters:
    ///   - value: The value, with a part for each member of an object or element of an array; nil: no body.
    ///   - parts: The encodings of members other than the default, by name; those of an array by position.
    ///   - contentType: The content type, sent with a boundary that does not occur in the parts.
    public mutating func multipart<Value: APIValue>(
        _ value: Value?, parts: [String: FormPart] = [:], contentType: String = "multipart/form-data"
    ) {
        guard let value, problem == nil else { return }
        do throws(EncodingProblem) {
            let (written, files) = try WrittenValue.separating(value)
            let encoder = MultipartEncoder(parts: parts, files: files, headers: partHeaders)
            let body = MultipartBody(try encoder.encode(written))
            setBody(body.body, "\(contentType); boundary=\(body.boundary)")
        } catch {
            report(EncodingProblem(path: error.path.isEmpty ? "body" : "body.\(error.path)", reason: error.reason))
        }
    }

    /// A header of one part of a multipart body; set before the body.
    public mutating func partHeader<Value: APIValue>(
        _ name: String, of part: String, _ value: Value?, style: ParameterStyle = .simple, explode: Bool = false
    ) {
        if let text = headerText(name, value, style: style, explode: explode) { partHeaders.append((part, name, text)) }
    }
}
