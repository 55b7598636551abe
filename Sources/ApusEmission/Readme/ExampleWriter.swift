import ApusModel

/// Writes an example as the Swift that a person would write: initializers, cases, literals. Where the example does not fit its type, or
/// the type has no literal, `Contact(json: "…")`, which always compiles.
struct ExampleWriter {
    /// The code around the expressions.
    final class Needs {
        /// Whether one of them throws.
        var isThrowing = false
        /// Whether one of them names a type of Foundation's.
        var isFoundation = false
    }

    let needs = Needs()
    let printer: Printer
    private let types: [TypeID: TypeDecl]

    init(_ printer: Printer) {
        self.printer = printer
        types = printer.types
    }

    /// The value of a JSON text; nil for invalid text. Many operations send one model, so large values are cached.
    func read(_ json: String) -> ExampleValue? {
        guard json.utf8.count > 64 else { return ExampleValue(json) }
        if let known = printer.exampleValues[json] { return known }
        let value = ExampleValue(json)
        printer.exampleValues[json] = value
        return value
    }

    /// - Parameter remaining: The number of object levels that may still be written.
    func expression(_ value: ExampleValue, as type: TypeRef, remaining: Int = 4) -> String {
        direct(value, as: type, remaining: remaining) ?? fallback(value, as: type)
    }

    private func fallback(_ value: ExampleValue, as type: TypeRef) -> String {
        needs.isThrowing = true
        return printer.type(type, in: .outside) + "(json: " + SwiftSource.literal(value.json) + ")"
    }

    private func direct(_ value: ExampleValue, as type: TypeRef, remaining: Int) -> String? {
        switch (type, value) {
        case (.optional, .null): "nil"
        case (.tristate, .null): ".null"
        case (.optional(let wrapped), _), (.indirect(let wrapped), _): direct(value, as: wrapped, remaining: remaining)
        case (.tristate(let wrapped), _): ".value(" + expression(value, as: wrapped, remaining: remaining) + ")"
        case (.array(let element), .array(let values)):
            "[" + values.map { expression($0, as: element, remaining: remaining) }.joined(separator: ", ") + "]"
        case (.dictionary(let element), .object(let members)): dictionary(members, of: element, remaining)
        case (.scalar(let scalar), _), (.numberOrText(let scalar), _):
            ScalarExample(value, needs, printer).text(as: scalar)
        case (.json, _): ScalarExample.json(value)
        case (.named(let id), _): types[id].flatMap { named($0, value, type, remaining) }
        default: nil
        }
    }

    private func dictionary(_ members: [String: ExampleValue], of element: TypeRef, _ remaining: Int) -> String {
        let pairs = members.sorted { $0.key < $1.key }.map {
            SwiftSource.literal($0.key) + ": " + expression($0.value, as: element, remaining: remaining)
        }
        return pairs.isEmpty ? "[:]" : "[" + pairs.joined(separator: ", ") + "]"
    }

    private func named(_ decl: TypeDecl, _ value: ExampleValue, _ type: TypeRef, _ remaining: Int) -> String? {
        switch (decl, value) {
        case (.alias(let alias), _): direct(value, as: alias.target, remaining: remaining)
        case (.enumeration(let decl), _): decl.cases.first { matches($0.raw, value) }.map { "." + $0.name }
        case (.union(let decl), _) where remaining > 0: union(decl, value, remaining)
        case (.structure(let decl), .object(let members)) where remaining > 0 && decl.header.deprecation == nil:
            structure(decl, members, type, remaining)
        default: nil
        }
    }

    /// `.cat(Cat(meows: 1))`: the case that the discriminator chooses, else the first whose members include all of the value.
    private func union(_ decl: UnionDecl, _ value: ExampleValue, _ remaining: Int) -> String? {
        guard decl.header.deprecation == nil else { return nil }
        var chosen = decl.cases
        if let key = decl.discriminator, case .object(let members) = value, case .string(let name)? = members[key] {
            chosen = decl.cases.filter { $0.discriminatorValues.contains(name) }
        }
        for one in chosen where holds(one.type, value) {
            guard let text = direct(value, as: one.type, remaining: remaining) else { continue }
            return "." + one.name + "(" + text + ")"
        }
        return nil
    }

    /// Whether a type has a member for each of an object's.
    private func holds(_ type: TypeRef, _ value: ExampleValue) -> Bool {
        guard case .object(let members) = value, case .named(let id) = type, case .structure(let decl)? = types[id]
        else {
            return true
        }
        return decl.additional != nil || Set(decl.properties.map(\.key)).isSuperset(of: members.keys)
    }

    private func structure(
        _ decl: StructDecl, _ members: [String: ExampleValue], _ type: TypeRef, _ remaining: Int
    ) -> String? {
        let fields = findFields(of: decl)
        guard fields.isComplete, fields.demanded.count <= members.count,
            fields.demanded.allSatisfy({ members[decl.properties[$0].key] != nil })
        else { return nil }
        let given = members.keys.compactMap { fields.optional[$0] }.sorted()
        let arguments = (fields.demanded + given).compactMap { index -> String? in
            let field = decl.properties[index]
            guard let value = members[field.key] else { return nil }
            if field.presence == .optional, case .null = value { return nil }
            return SwiftSource.label(field.name) + ": "
                + expression(value, as: field.declaredType, remaining: remaining - 1)
        }
        return printer.type(type, in: .outside) + "(" + arguments.joined(separator: ", ") + ")"
    }

    private func findFields(of decl: StructDecl) -> ExampleFields {
        if let known = printer.exampleFields[decl.header.id] { return known }
        let fields = ExampleFields(decl)
        printer.exampleFields[decl.header.id] = fields
        return fields
    }

    private func matches(_ raw: LiteralValue, _ value: ExampleValue) -> Bool {
        switch (raw, value) {
        case (.string(let raw), .string(let text)): raw == text
        case (.integer(let raw), .integer(let number)): raw == String(number)
        default: false
        }
    }
}
