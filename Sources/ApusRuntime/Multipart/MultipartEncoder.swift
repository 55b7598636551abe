internal import HTTPTypes

/// Converts a value to parts: of an object one or more for each member, of an array one for each element.
///
/// Without a ``FormPart`` (OpenAPI 3.2, "Encoding Object", default content types): a file is a part of its own, a
/// scalar is text, an object is JSON, and a list has a part for each element.
struct MultipartEncoder {
    let parts: [String: FormPart]
    /// The files in the value.
    let files: ValueShelf
    /// The callers' values of the headers that the document declares, by part.
    let headers: [(part: String, name: String, value: String)]

    func encode(_ value: WrittenValue) throws(EncodingProblem) -> [MultipartPart] {
        var encoded: [MultipartPart] = []
        switch value {
        case .object(let object):
            for member in object.members { encoded += try encodeMember(member.value, name: member.name) }
        case .array(let array):
            for (index, element) in array.elements.enumerated() {
                let key = parts[String(index)] == nil ? FormPart.others : String(index)
                encoded.append(try encodeOne(element, name: nil, part: parts[key], key: key))
            }
        default: encoded.append(try encodeOne(value, name: nil, part: nil, key: ""))
        }
        return encoded
    }

    private func encodeMember(_ value: WrittenValue, name: String) throws(EncodingProblem) -> [MultipartPart] {
        let part = parts[name]
        // As in forms: null that is not omitted is an empty value.
        if case .null = value { return [try encodeOne(.string(""), name: name, part: nil, key: name)] }
        if part?.isStyled == true, part?.style != .json {
            let encoding = ParameterEncoding(
                name: name, style: part?.style ?? .form, explode: part?.explode ?? true, escape: .none,
                escapeName: .none)
            let fields =
                part?.style == .deepObject ? encoding.deepFields(value) : encoding.fields(encoding.value(value))
            var encoded: [MultipartPart] = []
            for field in fields {
                encoded.append(try encodeOne(.string(field.value), name: field.name, part: part, key: name))
            }
            return encoded
        }
        guard case .array(let array) = value, part?.takesWholeLists != true else {
            return [try encodeOne(value, name: name, part: part, key: name)]
        }
        var encoded: [MultipartPart] = []
        for element in array.elements {
            if case .null = element { continue }
            encoded.append(try encodeOne(element, name: name, part: part, key: name))
        }
        return encoded
    }

    private func encodeOne(
        _ value: WrittenValue, name: String?, part: FormPart?, key: String
    ) throws(EncodingProblem) -> MultipartPart {
        if case .string(let text) = value, let file = files.value(for: text) as? FilePart {
            return try encodeFile(file, name: name, part: part, key: key)
        }
        let (body, contentType) = try content(of: value, part: part, path: name ?? "part")
        var encoded = MultipartPart(headers: [], body: body)
        if let name { encoded.headers.append(MultipartPart.disposition("form-data", name: name, fileName: nil)) }
        if let contentType { encoded.headers.append(("Content-Type", contentType)) }
        try addHeaders(to: &encoded, part: part, key: key, own: [:])
        return encoded
    }

    private func encodeFile(
        _ file: FilePart, name: String?, part: FormPart?, key: String
    ) throws(EncodingProblem) -> MultipartPart {
        var encoded = MultipartPart(headers: [], body: file.body)
        if let fileName = file.name ?? name {
            encoded.headers.append(
                MultipartPart.disposition(name == nil ? "attachment" : "form-data", name: name, fileName: fileName))
        }
        let contentType = file.contentType ?? part?.concreteContentType ?? "application/octet-stream"
        encoded.headers.append(("Content-Type", contentType))
        try addHeaders(to: &encoded, part: part, key: key, own: file.headers)
        return encoded
    }

    private func content(
        of value: WrittenValue, part: FormPart?, path: String
    ) throws(EncodingProblem) -> (APIBody, String?) {
        let contentType = part?.isStyled == true ? nil : part?.concreteContentType
        let type = contentType.flatMap(ContentType.init)
        if let bytes = try part?.encode(value, path: path) { return (.bytes(bytes), contentType) }
        if let type, type == .form, case .object = value {
            return (.text(try FormEncoder(parts: [:]).pairs(value).joined(separator: "&")), contentType)
        }
        if value.isContainer || type?.isJSON == true || part?.style == .json {
            if let type, !type.isJSON, value.isContainer {
                let reason = "a value of several parts has no form in \(type.type)/\(type.subtype)"
                throw EncodingProblem(path: path, reason: .unrepresentable(reason))
            }
            return (.bytes(try files.json(of: value)), contentType ?? "application/json")
        }
        return (.text(value.text ?? ""), contentType)
    }

    /// A file's own headers replace the caller's, and these replace the document's.
    private func addHeaders(
        to encoded: inout MultipartPart, part: FormPart?, key: String, own: HTTPFields
    ) throws(EncodingProblem) {
        var fields = own
        for header in headers where header.part == key { try set(header.name, header.value, in: &fields, key) }
        for header in part?.headers ?? [] { try set(header.name, header.value, in: &fields, key) }
        for field in fields where field.name != .contentType && field.name != .contentDisposition {
            encoded.headers.append((field.name.rawName, field.value))
        }
        for header in encoded.headers {
            if let reason = HeaderRules.problem(in: header.value) { throw problem(header.name, key, reason) }
        }
    }

    private func problem(_ name: String, _ key: String, _ reason: String) -> EncodingProblem {
        EncodingProblem(path: "header \(name) of part \(key)", reason: .unrepresentable(reason))
    }

    private func set(
        _ name: String, _ value: String, in fields: inout HTTPFields, _ key: String
    ) throws(EncodingProblem) {
        guard let field = HTTPField.Name(name) else {
            throw problem(name, key, "this is no name for a header")
        }
        // Checked here, because `HTTPField` would replace line breaks in the value with blanks.
        if let reason = HeaderRules.problem(in: value) { throw problem(name, key, reason) }
        if fields[field] == nil { fields[field] = value }
    }
}
