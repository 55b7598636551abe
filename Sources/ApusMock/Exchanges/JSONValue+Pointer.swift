import ApusCodec
import ApusRuntime

extension JSONValue {
    /// The value at a JSON pointer (RFC 6901); nil where it has no target.
    func value(at pointer: String) -> JSONValue? {
        var value = self
        for token in JSONLookup.tokens(of: pointer) {
            let next =
                switch value {
                case .object(let members): members[token]
                case .array(let items): Int(token).flatMap { items.indices.contains($0) ? items[$0] : nil }
                case .null, .bool, .number, .string: nil as JSONValue?
                }
            guard let next else { return nil }
            value = next
        }
        return value
    }

    /// The value with another one at a JSON pointer; nil removes a member. Objects on the way are made; a pointer into anything else
    /// changes nothing.
    func setting(_ new: JSONValue?, at pointer: String) -> JSONValue {
        setting(new, at: JSONLookup.tokens(of: pointer)[...])
    }

    private func setting(_ new: JSONValue?, at tokens: ArraySlice<String>) -> JSONValue {
        guard let token = tokens.first else { return new ?? .null }
        let rest = tokens.dropFirst()
        switch self {
        case .object(var members):
            if rest.isEmpty {
                members[token] = new
            } else if new != nil || members[token] != nil {
                members[token] = (members[token] ?? .object([:])).setting(new, at: rest)
            }
            return .object(members)
        case .array(var items):
            guard let index = Int(token), items.indices.contains(index) else { return self }
            items[index] = rest.isEmpty ? new ?? .null : items[index].setting(new, at: rest)
            return .array(items)
        case .null, .bool, .number, .string: return self
        }
    }

    /// The text of a scalar as a path or a query has it; nil for arrays, objects and null.
    var scalarText: String? {
        switch self {
        case .string(let text): text
        case .number(let number): number.text
        case .bool(let flag): flag ? "true" : "false"
        case .null, .array, .object: nil
        }
    }

    /// The value of a scalar's text in the form of another value: a number for a number.
    func reading(_ text: String) -> JSONValue? {
        switch self {
        case .string: .string(text)
        case .number: JSONNumber(text).map { .number($0) }
        case .bool: text == "true" ? .bool(true) : text == "false" ? .bool(false) : nil
        case .null, .array, .object: nil
        }
    }
}
