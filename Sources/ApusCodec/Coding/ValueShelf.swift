internal import ApusJSON

/// The store of the values that a format carries apart from its text, such as files, while the rest is JSON, in which tokens replace them.
package struct ValueShelf: Sendable {
    /// Made for one encoding or decoding, so that no text of a caller or a server can be mistaken for a token.
    private let prefix: String
    private var values: [any APIValue] = []

    package init() {
        prefix = "shelf-\((0..<4).map { _ in String(UInt64.random(in: .min ... .max), radix: 36) }.joined())-"
    }

    /// Keeps a value that is sent, and returns its token.
    package mutating func add(_ value: some APIValue) -> String {
        values.append(value)
        return prefix + String(values.count - 1)
    }

    /// Keeps a value that was received, and returns the object that replaces it: its only name is the token.
    package mutating func receive(_ value: some APIValue) -> JSONValue {
        .object([add(value): .null])
    }

    /// The value of a token; nil for any other text.
    package func value(for token: String) -> (any APIValue)? {
        guard token.begins(with: prefix), let index = Int(Substring(token.utf8.dropFirst(prefix.utf8.count))),
            values.indices.contains(index)
        else { return nil }
        return values[index]
    }

    /// A value's JSON text, in which the kept values are written instead of their tokens.
    package func json(of value: WrittenValue) throws(EncodingProblem) -> [UInt8] {
        values.isEmpty ? Array(value.json.utf8) : JSONBridge.encode(try inlining(value.tree))
    }

    /// The tree with the JSON of the kept values instead of their tokens.
    func inlining(_ tree: JSONValue) throws(EncodingProblem) -> JSONValue {
        if values.isEmpty { return tree }
        switch tree {
        case .string(let text):
            guard let value = value(for: text) else { return tree }
            return try JSONValue(encoding: value, for: .request)
        case .array(let elements):
            var inlined: [JSONValue] = []
            for element in elements { inlined.append(try inlining(element)) }
            return .array(inlined)
        case .object(let object):
            if object.count == 1, let name = object.keys.first, let value = value(for: name) {
                return try JSONValue(encoding: value, for: .request)
            }
            var members: [JSONObject.Member] = []
            for member in object { members.append(.init(key: member.key, value: try inlining(member.value))) }
            return .object(JSONObject(unique: members))
        default: return tree
        }
    }
}

extension ValueWriter {
    /// Writes a token instead of a value where such values are kept apart; otherwise nothing, and the value is still to be written.
    package mutating func shelve(_ value: some APIValue) -> Bool {
        guard let token = state.pointee.shelf?.add(value) else { return false }
        writeString(token)
        return true
    }
}

extension ValueReader {
    /// The value that is kept apart from the text; nil where the text is the value.
    package func shelved<Value: APIValue>(as type: Value.Type) -> Value? {
        guard isObject, entry.childCount == 1, let shelf = state.pointee.shelf else { return nil }
        return shelf.value(for: state.pointee.text(of: state.pointee.entries[index + 1])) as? Value
    }
}
