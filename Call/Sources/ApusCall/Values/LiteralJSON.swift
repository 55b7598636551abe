internal import ApusModel
internal import ApusRuntime

/// The JSON of a literal of the declarations.
enum LiteralJSON {
    /// - Parameter type: The type of the literal, for cases of an enum.
    static func value(of literal: LiteralValue, _ type: TypeRef, _ types: ValueBuilder) -> JSONValue? {
        switch literal {
        case .null: .null
        case .bool(let flag): .bool(flag)
        case .integer(let text), .double(let text): JSONNumber(text).map { .number($0) }
        case .string(let text): .string(text)
        case .emptyArray: .array([])
        case .emptyDictionary: .object([:])
        case .json(let text): try? JSONValue(json: Array(text.utf8))
        case .array(let items): .array(items.compactMap { value(of: $0, element(of: type, types), types) })
        case .object(let members):
            .object(
                JSONObject(
                    members.compactMap { member in
                        value(of: member.value, .json, types).map { JSONObject.Member(key: member.key, value: $0) }
                    }))
        case .enumCase(let name): rawValue(of: name, type, types)
        }
    }

    private static func element(of type: TypeRef, _ types: ValueBuilder) -> TypeRef {
        if case .array(let element) = types.resolved(type) { element } else { .json }
    }

    private static func rawValue(of name: String, _ type: TypeRef, _ types: ValueBuilder) -> JSONValue? {
        guard case .enumeration(let decl)? = types.declaration(of: type) else { return nil }
        return decl.cases.first { $0.name == name }.flatMap { value(of: $0.raw, decl.rawType, types) }
    }
}
