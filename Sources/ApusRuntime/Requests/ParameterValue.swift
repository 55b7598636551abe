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
    init(_ value: WrittenValue, explode: Bool = false) {
        switch value {
        case .null: self = .absent
        case .string(let text), .literal(let text): self = .text(text)
        case .array(let array):
            let texts = array.elements.compactMap(\.text)
            self = texts.isEmpty ? .empty : .list(texts)
        case .object(let object):
            var members: [(name: String, value: String)] = []
            for member in object.members {
                var values = [member.value]
                if explode, case .array(let array) = member.value { values = array.elements }
                members += values.compactMap(\.text).map { (name: member.name, value: $0) }
            }
            self = members.isEmpty ? .empty : .members(members)
        }
    }
}
