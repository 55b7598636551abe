/// Where values that a format sends apart from the text wait while the rest becomes a tree, in which tokens stand for them.
package struct ValueShelf: Sendable {
    /// Made for one encoding, so that no text of the caller's can be mistaken for it.
    private let prefix: String
    private var values: [any APIValue] = []

    package init() {
        prefix = "shelf-\((0..<4).map { _ in String(UInt64.random(in: .min ... .max), radix: 36) }.joined())-"
    }

    /// Takes a value, and gives its token.
    package mutating func add(_ value: some APIValue) -> String {
        values.append(value)
        return prefix + String(values.count - 1)
    }

    /// The value of a token; nil: the text is none.
    package func value(for token: String) -> (any APIValue)? {
        guard token.begins(with: prefix), let index = Int(Substring(token.utf8.dropFirst(prefix.utf8.count))),
            values.indices.contains(index)
        else { return nil }
        return values[index]
    }

    /// The tree with what the values are in JSON in place of their tokens.
    package func inlining(_ tree: JSONValue) throws(EncodingProblem) -> JSONValue {
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
            var members: [JSONObject.Member] = []
            for member in object { members.append(.init(key: member.key, value: try inlining(member.value))) }
            return .object(JSONObject(unique: members))
        default: return tree
        }
    }
}

extension ValueWriter {
    /// Writes a token in place of a value where such values are kept apart; otherwise nothing, and the value is still to be written.
    package mutating func shelve(_ value: some APIValue) -> Bool {
        guard let token = state.pointee.shelf?.add(value) else { return false }
        writeString(token)
        return true
    }
}

extension JSONEncoding {
    /// The tree that a value writes for a request, and the values that it keeps apart.
    package static func tree<T: APIValue>(_ value: T) throws(EncodingProblem) -> (tree: JSONValue, shelf: ValueShelf) {
        var state = EncodingState(style: .request)
        defer { state.deallocate() }
        state.shelf = ValueShelf()
        state.writesUnknown = false
        let tree = try tree(value, in: &state)
        return (tree, state.shelf ?? ValueShelf())
    }
}
