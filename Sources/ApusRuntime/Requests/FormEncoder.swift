/// Writes the members of an object as `name=value` pairs.
///
/// Null is an empty value, which most servers read as null: a member that is nil and optional is absent from the
/// object.
///
/// Without a ``FormPart`` an array repeats the name and an object is JSON text, which is the default content type of a
/// member (OpenAPI 3.2, "Encoding Object").
struct FormEncoder {
    let parts: [String: FormPart]

    func pairs(_ value: WrittenValue) throws(EncodingProblem) -> [String] {
        guard case .object(let object) = value else {
            return value.text.map { [PercentEncoding.form.encode($0)] } ?? []
        }
        var pairs: [String] = []
        for member in object.members { pairs += try self.pairs(name: member.name, member.value) }
        return pairs
    }

    private func pairs(name: String, _ value: WrittenValue) throws(EncodingProblem) -> [String] {
        let part = parts[name]
        if let coded = try codedPairs(name: name, value) { return coded }
        let encoding = ParameterEncoding(
            name: name, style: part?.style ?? .form, explode: part?.explode ?? true,
            escape: part?.allowReserved == true ? .reservedInForm : .form, escapeName: .form)
        switch (part?.style, value) {
        case (_, .null): return encoding.pairs(.text(""))
        case (.deepObject, _): return encoding.deepPairs(value)
        case (.json, _): return encoding.pairs(.text(value.json))
        case (nil, .array(let array)) where part?.isJSON == true:
            return array.elements.flatMap { encoding.pairs(.text($0.json)) }
        case (nil, .object): return encoding.pairs(.text(value.json))
        case (nil, _) where part?.isJSON == true: return encoding.pairs(.text(value.json))
        default: return encoding.pairs(encoding.value(value))
        }
    }

    /// The pairs of a member with its own format; nil for other members.
    private func codedPairs(name: String, _ value: WrittenValue) throws(EncodingProblem) -> [String]? {
        guard let part = parts[name], part.coder != nil else { return nil }
        if case .null = value { return nil }
        var elements = [value]
        if case .array(let array) = value, !part.takesWholeLists { elements = array.elements }
        var pairs: [String] = []
        for element in elements {
            guard let bytes = try part.encode(element, path: name) else { return nil }
            let text = String(decoding: bytes, as: UTF8.self)
            pairs.append(PercentEncoding.form.encode(name) + "=" + PercentEncoding.form.encode(text))
        }
        return pairs
    }
}
