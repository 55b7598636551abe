/// Writes a value in a style. The tables of OpenAPI 3.2 ("Style Examples") and RFC 6570 are its tests.
struct ParameterEncoding {
    let name: String
    let style: ParameterStyle
    let explode: Bool
    /// The escaping of values.
    let escape: PercentEncoding
    /// The escaping of names.
    let escapeName: PercentEncoding
    /// Whether an array or object without members is `name=` instead of nothing.
    var allowsEmpty = false

    /// Text for a location with a single value: a path segment, a header. nil: the value is undefined.
    func single(_ value: ParameterValue) -> String? {
        switch style {
        case .label: joined(value, prefix: ".", separator: explode ? "." : ",")
        case .matrix: matrix(value)
        default: joined(value, prefix: "", separator: delimiter)
        }
    }

    /// The value in pairs: an array inside an exploded object is a pair for each element.
    func value(_ written: WrittenValue) -> ParameterValue {
        ParameterValue(written, explode: explode && (style == .form || style == .cookie))
    }

    /// `name=value` pairs for a query, a form or cookies.
    func pairs(_ value: ParameterValue) -> [String] {
        fields(value).map { "\($0.name)=\($0.value)" }
    }

    /// Names and values, both escaped.
    func fields(_ value: ParameterValue) -> [(name: String, value: String)] {
        let own = escapeName.encode(name)
        switch value {
        case .absent: return []
        case .text(let text): return [(own, escape.encode(text))]
        case .empty: return allowsEmpty ? [(own, "")] : []
        case .list(let texts):
            let values = texts.map(escape.encode)
            return explode ? values.map { (own, $0) } : [(own, values.joined(separator: delimiter))]
        case .members(let members):
            if explode { return members.map { (escapeName.encode($0.name), escape.encode($0.value)) } }
            let flat = members.flatMap { [escapeName.encode($0.name), escape.encode($0.value)] }
            return [(own, flat.joined(separator: delimiter))]
        }
    }

    /// `name[a][b]=1`, `name[list][]=2`, `name[list][0][c]=3`: empty brackets for scalars in an array, and an index
    /// where an element is an object or array itself, because `[]` would not separate the elements.
    func deepPairs(_ value: WrittenValue) -> [String] {
        deepFields(value).map { "\($0.name)=\($0.value)" }
    }

    func deepFields(_ value: WrittenValue) -> [(name: String, value: String)] {
        var fields: [(name: String, value: String)] = []
        appendDeep(value, key: escapeName.encode(name), to: &fields)
        return fields
    }

    private func appendDeep(_ value: WrittenValue, key: String, to fields: inout [(name: String, value: String)]) {
        switch value {
        case .null: break
        case .object(let object):
            for member in object.members { appendDeep(member.value, key: key + bracketed(member.name), to: &fields) }
        case .array(let array):
            for (index, element) in array.elements.enumerated() {
                appendDeep(element, key: key + bracketed(element.isContainer ? String(index) : ""), to: &fields)
            }
        case .string(let text), .literal(let text): fields.append((key, escape.encode(text)))
        }
    }

    private func bracketed(_ key: String) -> String {
        escapeName.isIdentity ? "[\(key)]" : "%5B\(escapeName.encode(key))%5D"
    }

    private var delimiter: String {
        switch style {
        case .spaceDelimited: escape.isIdentity ? " " : "%20"
        case .pipeDelimited: escape.isIdentity ? "|" : "%7C"
        case .tabDelimited: escape.isIdentity ? "\t" : "%09"
        default: ","
        }
    }

    private func joined(_ value: ParameterValue, prefix: String, separator: String) -> String? {
        switch value {
        case .absent: return nil
        case .text(let text): return prefix + escape.encode(text)
        case .empty: return nil
        case .list(let texts): return prefix + texts.map(escape.encode).joined(separator: separator)
        case .members(let members):
            let parts = members.map { member in
                escapeName.encode(member.name) + (explode ? "=" : ",") + escape.encode(member.value)
            }
            return prefix + parts.joined(separator: separator)
        }
    }

    /// RFC 6570, 3.2.7: `;name=value`, and `;name` for an empty value.
    private func matrix(_ value: ParameterValue) -> String? {
        func part(_ name: String, _ value: String) -> String {
            ";" + escapeName.encode(name) + (value.isEmpty ? "" : "=" + value)
        }
        switch value {
        case .absent: return nil
        case .text(let text): return part(name, escape.encode(text))
        case .empty: return nil
        case .list(let texts):
            let values = texts.map(escape.encode)
            return explode ? values.map { part(name, $0) }.joined() : part(name, values.joined(separator: ","))
        case .members(let members):
            if explode { return members.map { part($0.name, escape.encode($0.value)) }.joined() }
            let flat = members.flatMap { [escapeName.encode($0.name), escape.encode($0.value)] }
            return part(name, flat.joined(separator: ","))
        }
    }
}
