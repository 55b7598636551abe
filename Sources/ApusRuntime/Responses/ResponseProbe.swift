/// Finds out how an operation reads a response, and writes a value in that form: for transports that answer with values.
///
/// An operation's `decode` is the only description of its responses that generated code has. Run over a reader with a
/// probe it reads no byte: the probe keeps the format and the type of what it would have read.
package final class ResponseProbe {
    /// The format of a body.
    package enum Form: Sendable {
        case json, text, bytes, form, multipart, coded, events, items

        /// Whether a body of this format has this content type.
        package func fits(_ contentType: String) -> Bool {
            guard let type = ContentType(contentType), type.type != "*", type.subtype != "*" else { return false }
            switch self {
            case .json: return type.isJSON
            case .text: return !type.isJSON && type.type != "multipart"
            case .bytes: return true
            case .form: return type == .form
            case .multipart: return type.type == "multipart"
            case .coded: return type.isXML
            case .events: return type == .eventStream
            case .items: return type.isItems || type.isJSON
            }
        }

        /// The content type where the document names none that fits.
        package var usualContentType: String {
            switch self {
            case .json: "application/json"
            case .text: "text/plain; charset=utf-8"
            case .bytes: "application/octet-stream"
            case .form: "application/x-www-form-urlencoded"
            case .multipart: "multipart/form-data"
            case .coded: "application/xml"
            case .events: "text/event-stream"
            case .items: "application/jsonl"
            }
        }

        package static let all: [Form] = [.json, .text, .coded, .bytes, .form, .multipart, .events, .items]
    }

    /// The content types among which the operation chooses; empty where it does not.
    package internal(set) var contentTypes: [String] = []
    /// nil: no body is read.
    package private(set) var form: Form?
    private var write: ((Any) throws -> (body: APIBody, parameter: String?)?)?

    package init() {}

    /// The body of a value as the operation reads it, and the parameter that its content type needs; nil for a value of
    /// another type than the operation reads.
    ///
    /// - Throws: `EncodingProblem`.
    package func body(of value: Any) throws -> (body: APIBody, parameter: String?)? {
        try write?(value)
    }

    /// The first format counts: items are read from the bytes of the body.
    func note<Value>(_ form: Form, of type: Value.Type, write: @escaping (Value) throws -> APIBody) {
        guard self.form == nil else { return }
        self.form = form
        self.write = { value in try (value as? Value).map { (try write($0), nil) } }
    }

    func note<Value: APIValue>(_ form: Form, write: @escaping (Value) throws -> APIBody) -> Value {
        note(form, of: Value.self, write: write)
        return JSONBridge.placeholder()
    }

    func note<Value: APIValue>(by coder: some BodyCoder) -> Value {
        note(.coded) { (value: Value) in
            // A coder writes requests, which leave read-only members out.
            let written = try JSONBridge.encode(value, for: .storage)
            if try written == JSONBridge.encode(value) { return try coder.encode(value, contentType: "") }
            return try coder.encode(JSONBridge.decode(written) ?? .null, contentType: "")
        }
    }

    func noteForm<Value: APIValue>() -> Value {
        note(.form) { (value: Value) in
            .text(try FormEncoder(parts: [:]).pairs(WrittenValue(value, for: .storage)).joined(separator: "&"))
        }
    }

    func noteMultipart<Value: APIValue>(_ coders: [String: any BodyCoder]) -> Value {
        form = .multipart
        let parts = coders.mapValues { FormPart(contentType: Form.coded.usualContentType, coder: $0) }
        write = { value in
            guard let value = value as? Value else { return nil }
            let (written, files) = try WrittenValue.separating(value, for: .storage)
            let encoder = MultipartEncoder(parts: parts, files: files, headers: [])
            let body = MultipartBody(try encoder.encode(written))
            return (body.body, "boundary=\(body.boundary)")
        }
        return JSONBridge.placeholder()
    }
}
