import ApusModel
import ApusSchemas
import ApusSource
import ApusSpec

/// Provisional names of a union's cases: a component's own name, the value of a distinguishing constant, or the kind of
/// the type.
struct UnionNames {
    /// Names of top-level types.
    let topLevel: [TypeID: String]
    let locationNames: LocationNames

    /// The name that an inline declaration of the alternative would have.
    func hint(for listed: UnionAlternative, shape: UnionShape, telling: Distinction?) -> String {
        if let name = listed.name { return name }
        let alternative = listed.schema
        if let target = alternative.reference { return locationNames.name(of: target) }
        if let telling {
            let member = telling.member ?? shape.object?.required.first
            return telling.constant ?? alternative.title ?? member.map { "with_" + $0 } ?? "object"
        }
        if let items = alternative.array.items, items.reference == nil { return alternative.title ?? "list" }
        return alternative.title ?? "value"
    }

    /// The name of the case for its type.
    func name(for type: TypeRef, hint: String) -> String {
        switch type {
        case .named: hint
        case .scalar(let scalar), .quoted(let scalar), .numberOrText(let scalar):
            UnionNames.scalars[scalar] ?? "value"
        case .array(let element): Plurals.plural(of: elementName(of: element, hint: hint))
        case .dictionary(.json): "object"
        case .dictionary(let element): Plurals.plural(of: elementName(of: element, hint: hint)) + "ByKey"
        case .optional(let wrapped), .tristate(let wrapped), .indirect(let wrapped): name(for: wrapped, hint: hint)
        case .json: "json"
        case .external(let name): name
        }
    }

    private func elementName(of element: TypeRef, hint: String) -> String {
        if case .named(let id) = element { return topLevel[id] ?? hint }
        return name(for: element, hint: hint)
    }

    private static let scalars: [ScalarType: String] = [
        .string: "string", .bool: "boolean", .int: "integer", .int8: "integer", .int16: "integer", .int32: "integer",
        .int64: "integer", .uint: "integer", .uint8: "integer", .uint16: "integer", .uint32: "integer",
        .uint64: "integer",
        .double: "number", .float: "number", .decimal: "number", .date: "date", .calendarDate: "day", .data: "data",
        .file: "file", .uuid: "uuid", .url: "url", .secretString: "secret", .null: "null",
    ]
}
