import ApusCodec
import ApusJSON

/// The place of a resource, or of a list of them, in a body.
enum ResourceShape {
    /// The deepest member that is searched.
    private static let depth = 3

    /// A pointer to the first object with an identifier; the body itself before its members.
    static func resource(in body: JSONValue, noun: [String]) -> (pointer: String, id: String)? {
        first(in: body) { value in
            guard case .object(let members) = value else { return nil }
            return identifier(of: members, noun: noun)
        }
    }

    /// A pointer to the first array of objects; the body itself before its members.
    static func list(in body: JSONValue) -> String? {
        first(in: body) { value -> Bool? in
            guard case .array(let items) = value, let item = items.first, case .object = item else { return nil }
            return true
        }?.pointer
    }

    /// The name of the member that identifies a resource: `id`, `contact_id` of a contact, or `uuid`.
    static func identifier(of members: JSONObject, noun: [String]) -> String? {
        let scalars = members.filter { $0.value.string != nil || $0.value.number != nil }
        return scalars.first { NameWords.split($0.key) == ["id"] }?.key
            ?? scalars.first { NameWords.isIdentifier($0.key, of: noun, mayBeNoun: false) }?.key
    }

    private static func first<Found>(
        in body: JSONValue, _ find: (JSONValue) -> Found?
    ) -> (pointer: String, id: Found)? {
        var level: [(pointer: String, value: JSONValue)] = [("", body)]
        for _ in 0...depth {
            for (pointer, value) in level {
                if let found = find(value) { return (pointer, found) }
            }
            level = level.flatMap { pointer, value -> [(pointer: String, value: JSONValue)] in
                guard case .object(let members) = value else { return [] }
                return members.prefix(200).map { (pointer + "/" + JSONPointer.escape($0.key), $0.value) }
            }
        }
        return nil
    }
}
