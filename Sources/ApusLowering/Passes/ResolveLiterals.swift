import ApusModel
import ApusSource

/// Raw values as defaults become cases of their enums, and defaults without a literal become JSON that the runtime
/// reads; a default that does not fit its type is dropped, and only documented.
enum ResolveLiterals {
    static func run(_ model: inout APIModel) {
        let declared = model.indexTypes()
        model.updateTypes { type in
            type.updateStructure { decl in
                // The array is also in `declared`, so a write copies it: nothing is written where there is no literal.
                for index in decl.properties.indices where decl.properties[index].hasLiteral {
                    let type = decl.properties[index].type
                    decl.properties[index].defaultValue = decl.properties[index].defaultValue.flatMap {
                        resolve($0, type, declared)
                    }
                    decl.properties[index].constant = decl.properties[index].constant.flatMap {
                        resolve($0, type, declared)
                    }
                }
            }
        }
        for operation in model.operations.indices {
            for index in model.operations[operation].parameters.indices {
                let parameter = model.operations[operation].parameters[index]
                model.operations[operation].parameters[index].defaultValue = parameter.defaultValue.flatMap {
                    resolve($0, parameter.type, declared)
                }
            }
        }
        for server in model.servers.servers.indices {
            for index in model.servers.servers[server].variables.indices {
                let variable = model.servers.servers[server].variables[index]
                model.servers.servers[server].variables[index].defaultValue =
                    resolve(variable.defaultValue, variable.type, declared) ?? variable.defaultValue
            }
        }
    }

    /// As a Swift literal, otherwise as JSON for the type; nil where the value does not fit.
    private static func resolve(_ literal: LiteralValue, _ type: TypeRef, _ declared: [TypeID: TypeDecl])
        -> LiteralValue?
    {
        if let native = findNative(literal, type, declared) { return native }
        return LiteralFit(declared).fits(literal, type) ? .json(CompactJSON.ascii(literal)) : nil
    }

    private static func findNative(_ literal: LiteralValue, _ type: TypeRef, _ declared: [TypeID: TypeDecl])
        -> LiteralValue?
    {
        switch (type, literal) {
        case (.named(let id), _):
            switch declared[id] {
            case .enumeration(let decl)?: return findCase(literal, in: decl)
            case .alias(let decl)?: return findNative(literal, decl.target, declared)
            default: return nil
            }
        case (.array, .emptyArray), (.dictionary, .emptyDictionary): return literal
        case (.dictionary, .object(let members)) where members.isEmpty: return .emptyDictionary
        case (.array(let element), .array(let items)):
            let resolved = items.compactMap { findNative($0, element, declared) }
            if items.isEmpty { return .emptyArray }
            return resolved.count == items.count ? .array(resolved) : nil
        case (.scalar(let scalar), _), (.numberOrText(let scalar), _): return fits(literal, scalar) ? literal : nil
        case (.quoted(let scalar), _):
            let value = LiteralFit.unquote(literal)
            return fits(value, scalar) && LiteralFit(declared).fits(literal, type) ? value : nil
        case (.optional(let inner), _), (.indirect(let inner), _): return findNative(literal, inner, declared)
        default: return nil
        }
    }

    private static func findCase(_ literal: LiteralValue, in decl: EnumDecl) -> LiteralValue? {
        let found = decl.cases.first { $0.raw == literal || $0.raw.text == literal.text && !literal.text.isEmpty }
        return found.map { .enumCase($0.name) }
    }

    /// Behind an alias, the literal was created before its type was known.
    private static func fits(_ literal: LiteralValue, _ scalar: ScalarType) -> Bool {
        switch (scalar, literal) {
        case (.string, .string), (.secretString, .string), (.bool, .bool), (.null, .null), (.double, .double),
            (.double, .integer):
            true
        case (.float, .double), (.float, .integer): true
        case (.int, .integer), (.int8, .integer), (.int16, .integer), (.int32, .integer), (.int64, .integer): true
        case (.uint, .integer), (.uint8, .integer), (.uint16, .integer), (.uint32, .integer), (.uint64, .integer): true
        default: false
        }
    }
}

extension PropertyDecl {
    fileprivate var hasLiteral: Bool { defaultValue != nil || constant != nil }
}
