/// Types and values as a caller writes them in Swift, with the final names of a model.
public struct SwiftSpelling: Sendable {
    private let names: [TypeID: [String]]

    public init(_ names: [TypeID: [String]]) {
        self.names = names
    }

    /// `[Contact]`, `Nullable<String>`, `Contact.Status`.
    public func type(_ type: TypeRef) -> String {
        switch type {
        case .scalar(let scalar), .numberOrText(let scalar): scalar.rawValue
        case .named(let id): name(id) ?? "JSONValue"
        case .array(let inner): "[\(self.type(inner))]"
        case .dictionary(let inner): "[String: \(self.type(inner))]"
        case .optional(let inner): optional(inner)
        case .tristate(let inner): "Nullable<\(self.type(inner))>"
        case .indirect(let inner): self.type(inner)
        case .quoted(let scalar): "Quoted<\(scalar.rawValue)>"
        case .json: "JSONValue"
        case .external(let name): name
        }
    }

    /// The type with a question mark; an optional of an optional is one optional.
    public func optional(_ type: TypeRef) -> String {
        let text = self.type(type)
        return text.last == "?" ? text : text + "?"
    }

    /// The declared type of a property, with its presence.
    public func type(of property: PropertyDecl) -> String {
        type(property.declaredType)
    }

    /// The name of a declared type with its owners: `Contact.Status`.
    public func name(_ id: TypeID) -> String? {
        names[id]?.joined(separator: ".")
    }

    /// A default or a constant: `"open"`, `.open`, `[]`.
    public func value(_ value: LiteralValue) -> String {
        switch value {
        case .null: "null"
        case .bool(let flag): flag ? "true" : "false"
        case .integer(let text), .double(let text): text
        case .string(let text): "\"\(text)\""
        case .enumCase(let name): "." + name
        case .emptyArray: "[]"
        case .emptyDictionary: "[:]"
        case .object(let members):
            "{\(members.map { "\"\($0.key)\": " + self.value($0.value) }.joined(separator: ", "))}"
        case .json(let text): "json " + text
        case .array(let items): "[" + items.map { self.value($0) }.joined(separator: ", ") + "]"
        }
    }
}
