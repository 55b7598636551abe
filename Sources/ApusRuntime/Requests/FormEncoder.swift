/// Writes the members of an object as `name=value` pairs.
///
/// Without a ``FormPart`` a list repeats the name and an object is JSON text: what the specification calls the default
/// content type of a member (OpenAPI 3.2, "Encoding Object").
struct FormEncoder {
    let parts: [String: FormPart]

    func pairs(_ value: JSONValue) -> [String] {
        guard case .object(let object) = value else {
            return ParameterValue.text(of: value).map { [PercentEncoding.form.encode($0)] } ?? []
        }
        return object.flatMap { member in pairs(name: member.key, member.value) }
    }

    private func pairs(name: String, _ value: JSONValue) -> [String] {
        let part = parts[name]
        let encoding = ParameterEncoding(
            name: name, style: part?.style ?? .form, explode: part?.explode ?? true,
            escape: part?.allowReserved == true ? .reservedInForm : .form, escapeName: .form)
        switch (part?.style, value) {
        case (_, .null): return []
        case (.deepObject, _): return encoding.deepPairs(value)
        case (nil, .object), (.json, _):
            return encoding.pairs(.text(String(decoding: JSONBridge.encode(value), as: UTF8.self)))
        default: return encoding.pairs(ParameterValue(value))
        }
    }
}
