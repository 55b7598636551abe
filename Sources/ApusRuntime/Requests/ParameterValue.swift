/// A parameter's value for styles: text, an array of texts, or named texts. Deeper values are JSON text, except for
/// `deepObject`, which supports them.
enum ParameterValue {
    /// `null`, or nothing: an undefined value (RFC 6570, 2.3).
    case absent
    /// An array or an object without members.
    case empty
    case text(String)
    case list([String])
    case members([(name: String, value: String)])

    /// - Parameter explode: Whether an array in an object becomes several members with one name.
    init(_ value: JSONValue, explode: Bool = false) {
        switch value {
        case .null: self = .absent
        case .array(let elements):
            let texts = elements.compactMap { Self.text(of: $0) }
            self = texts.isEmpty ? .empty : .list(texts)
        case .object(let object):
            let members = object.flatMap { member in
                let values = explode ? member.value.array ?? [member.value] : [member.value]
                return values.compactMap { Self.text(of: $0) }.map { (name: member.key, value: $0) }
            }
            self = members.isEmpty ? .empty : .members(members)
        default: self = Self.text(of: value).map { .text($0) } ?? .absent
        }
    }

    /// nil for `null`, which is undefined and omitted.
    static func text(of value: JSONValue) -> String? {
        switch value {
        case .null: nil
        case .bool(let flag): flag ? "true" : "false"
        case .number(let number): number.text
        case .string(let text): text
        case .array, .object: String(decoding: JSONBridge.encode(value), as: UTF8.self)
        }
    }
}
