import ApusModel

/// Writes an example as hand-written Swift: initializers, cases, literals. Where the example does not fit its type, or
/// the type has no literal, it writes `try Contact(json: "…")`, which always compiles.
struct ExampleWriter {
    private let printer: Printer
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
        "try " + printer.type(type, in: .file) + "(json: " + SwiftText.literal(value.json) + ")"
    }

    private func direct(_ value: ExampleValue, as type: TypeRef, remaining: Int) -> String? {
        switch (type, value) {
        case (.optional, .null), (.tristate, .null), (.json, .null): "nil"
        case (.optional(let wrapped), _): direct(value, as: wrapped, remaining: remaining)
        case (.tristate(let wrapped), _): ".value(" + expression(value, as: wrapped, remaining: remaining) + ")"
        case (.indirect(let wrapped), _): direct(value, as: wrapped, remaining: remaining)
        case (.array(let element), .array(let values)):
            "[" + values.map { expression($0, as: element, remaining: remaining) }.joined(separator: ", ") + "]"
        case (.dictionary(let element), .object(let members)): dictionary(members, of: element, remaining)
        case (.scalar(let scalar), _): literal(value, as: scalar)
        case (.named(let id), _): types[id].flatMap { named($0, value, type, remaining) }
        default: nil
        }
    }

    private func dictionary(_ members: [String: ExampleValue], of element: TypeRef, _ remaining: Int) -> String {
        let pairs = members.sorted { $0.key < $1.key }.map {
            SwiftText.literal($0.key) + ": " + expression($0.value, as: element, remaining: remaining)
        }
        return pairs.isEmpty ? "[:]" : "[" + pairs.joined(separator: ", ") + "]"
    }

    private func literal(_ value: ExampleValue, as scalar: ScalarType) -> String? {
        switch (scalar, value) {
        case (.file, _): printer.vocabulary["FilePart"] + "(.text(\"…\"), name: \"file.txt\")"
        case (.string, .string(let text)), (.secretString, .string(let text)): SwiftText.literal(text)
        case (.bool, .bool(let flag)): flag ? "true" : "false"
        case (.int, .integer(let number)), (.int64, .integer(let number)): String(number)
        case (.int32, .integer(let number)) where Int32(exactly: number) != nil: String(number)
        case (.double, .integer(let number)), (.float, .integer(let number)): String(number)
        case (.double, .double(let number)): String(number)
        default: nil
        }
    }

    private func named(_ decl: TypeDecl, _ value: ExampleValue, _ type: TypeRef, _ remaining: Int) -> String? {
        switch (decl, value) {
        case (.alias(let alias), _): direct(value, as: alias.target, remaining: remaining)
        case (.enumeration(let decl), _): decl.cases.first { matches($0.raw, value) }.map { "." + $0.name }
        case (.structure(let decl), .object(let members)) where remaining > 0 && decl.header.deprecation == nil:
            structure(decl, members, type, remaining)
        default: nil
        }
    }

    private func structure(
        _ decl: StructDecl, _ members: [String: ExampleValue], _ type: TypeRef, _ remaining: Int
    ) -> String? {
        let fields = findFields(of: decl)
        guard fields.isComplete, fields.demanded.count <= members.count,
            fields.demanded.allSatisfy({ members[decl.properties[$0].key] != nil })
        else { return nil }
        let given = members.keys.compactMap { fields.optional[$0] }.sorted()
        let arguments = (fields.demanded + given).compactMap { place -> String? in
            let field = decl.properties[place]
            guard let value = members[field.key] else { return nil }
            let type: TypeRef =
                switch field.presence {
                case .required: field.type
                case .optional, .nullable: .optional(field.type)
                case .tristate: .tristate(field.type)
                }
            if field.presence == .optional, case .null = value { return nil }
            return SwiftText.label(field.name) + ": " + expression(value, as: type, remaining: remaining - 1)
        }
        return printer.type(type, in: .file) + "(" + arguments.joined(separator: ", ") + ")"
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

/// The arguments of a struct's initializer, computed once for each struct, because a large one is the argument of many
/// operations.
struct ExampleFields {
    /// The indexes of the required properties, in order.
    private(set) var demanded: [Int] = []
    /// The indexes of the other properties, by key.
    private(set) var optional: [String: Int] = [:]
    /// Whether all required values are available.
    private(set) var isComplete = true

    init(_ decl: StructDecl) {
        for (place, property) in decl.properties.enumerated() where property.constant == nil {
            let isOffered = property.deprecation == nil && !property.isReadOnly
            switch property.presence {
            case .required, .nullable:
                demanded.append(place)
                if !isOffered { isComplete = false }
            case .optional, .tristate:
                if isOffered { optional[property.key] = place }
            }
        }
    }
}
