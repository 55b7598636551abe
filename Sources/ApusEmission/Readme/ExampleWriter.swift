import ApusModel

/// Writes an example as the Swift a person would write: initializers, cases, literals. Where the example does not fit its type, or the
/// type has no literal, `try Contact(json: "…")`, which always compiles.
struct ExampleWriter {
    private let printer: Printer
    private let types: [TypeID: TypeDecl]

    init(_ printer: Printer) {
        self.printer = printer
        types = printer.types
    }

    /// - Parameter remaining: How many levels of objects are still written out.
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
        let fields = decl.properties.filter { $0.constant == nil && $0.deprecation == nil && !$0.isReadOnly }
        let demanded = decl.properties.filter { $0.presence == .required || $0.presence == .nullable }
        guard
            demanded.allSatisfy({
                $0.constant != nil || members[$0.key] != nil && !$0.isReadOnly && $0.deprecation == nil
            })
        else { return nil }
        let order =
            fields.filter { $0.presence == .required || $0.presence == .nullable }
            + fields.filter { $0.presence == .optional || $0.presence == .tristate }
        let arguments = order.compactMap { field -> String? in
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

    private func matches(_ raw: LiteralValue, _ value: ExampleValue) -> Bool {
        switch (raw, value) {
        case (.string(let raw), .string(let text)): raw == text
        case (.integer(let raw), .integer(let number)): raw == String(number)
        default: false
        }
    }
}
