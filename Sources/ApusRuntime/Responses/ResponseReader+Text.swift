extension ResponseReader {
    /// A text body, in the encoding of `Content-Type`. With a JSON content type, a JSON string is decoded. Bytes that
    /// are not text are a problem.
    public mutating func text() -> String {
        if let probe { return probe.note(.text) { (value: String) in .text(value) } }
        guard problem == nil else { return "" }
        if mediaType?.isJSON == true, let string = try? JSONDecoding.decode(String.self, from: bytes) { return string }
        if let text = BodyText.decode(bytes, contentType: contentType) { return text }
        problem = .noText(of: contentType, bytes.count)
        return ""
    }

    /// A body whose content type is not JSON: a form, parts, or plain text that is the whole value, such as `5` or a
    /// bare string.
    mutating func otherThanJSON<Value: APIValue>() -> Value? {
        guard !isStrict, !isHTML, mediaType?.isJSON != true else { return nil }
        var found: DecodingProblem?
        let value: Value
        if mediaType == .form {
            value = form()
        } else if mediaType?.type == "multipart" {
            value = multipart()
        } else {
            guard mayBeText(Value.self) else { return nil }
            guard let text = BodyText.decode(bytes, contentType: contentType).map(JSONValue.string) else { return nil }
            value = JSONBridge.decode(text, problem: &found)
        }
        found = found ?? problem
        problem = nil
        return found == nil ? value : nil
    }

    /// A string is text whenever it is not JSON; any other value only with a text content type, and if the body does
    /// not look like broken JSON.
    private func mayBeText<Value>(_ type: Value.Type) -> Bool {
        if Value.self == String.self || Value.self == String?.self { return true }
        let first = bytes.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
        return mediaType?.type == "text" && first.map { !Array("{[\"".utf8).contains($0) } == true
    }

    /// A problem of a body that should be JSON, with the actual content.
    func told(_ found: DecodingProblem) -> DecodingProblem {
        if isHTML {
            return DecodingProblem(
                path: "", offset: 0, expected: "JSON", found: "a page of HTML (\(contentType ?? "no content type"))")
        }
        guard let contentType, let mediaType, !mediaType.isJSON, found.path.isEmpty else { return found }
        return DecodingProblem(
            path: "", offset: found.offset, expected: found.expected, found: "\(found.found), in \(contentType)")
    }

    var mediaType: ContentType? { contentType.flatMap(ContentType.init) }

    /// Whether the body is HTML, by its content type or, without one, by its first characters.
    private var isHTML: Bool {
        if let mediaType { return mediaType.isHTML }
        let start = String(decoding: bytes.prefix(64).drop { $0 <= 0x20 }, as: UTF8.self).asciiLowercased
        return start.begins(with: "<!doctype html") || start.begins(with: "<html")
    }
}

extension DecodingProblem {
    /// The problem for bytes that are not text in the encoding of their content type, by default UTF-8.
    static func noText(of contentType: String?, _ count: Int, path: String = "") -> DecodingProblem {
        let charset = contentType.flatMap { HeaderParameters($0)["charset"] } ?? "UTF-8"
        return DecodingProblem(
            path: path, offset: 0, expected: "text in \(charset)", found: "\(count) bytes that are none")
    }
}
