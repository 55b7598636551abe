import ApusModel
import ApusRuntime

@testable import ApusCall

/// Values for every type of a document, chosen to be changed by a careless encoder: characters that need escapes, members in another order than
/// the declaration's, dates with fractions.
struct SampleValues {
    enum Form: String, CaseIterable {
        /// Every member and every parameter.
        case full
        /// What is required.
        case minimal
        /// Null for everything that may be null.
        case cleared
    }

    let types: ValueBuilder
    let form: Form

    func value(_ type: TypeRef, depth: Int = 0) -> JSONValue {
        switch type {
        case .optional(let inner), .tristate(let inner): form == .cleared ? .null : value(inner, depth: depth)
        case .indirect(let inner): value(inner, depth: depth)
        case .scalar(let scalar), .numberOrText(let scalar): value(scalar)
        case .quoted(let scalar): .string(value(scalar).description)
        case .json, .external: ["z": [1, "ü"], "a": .null]
        case .array(let element):
            depth > 5 || form == .minimal
                ? .array([]) : .array([value(element, depth: depth + 1), value(element, depth: depth + 1)])
        case .dictionary(let element):
            depth > 5 || form == .minimal
                ? .object([:]) : ["z b": value(element, depth: depth + 1), "a&=": value(element, depth: depth + 1)]
        case .named(let id): types.types[id].map { value($0, depth: depth) } ?? .null
        }
    }

    private func value(_ decl: TypeDecl, depth: Int) -> JSONValue {
        switch decl {
        case .alias(let alias): return value(alias.target, depth: depth)
        case .enumeration(let enumeration):
            let raw = form == .minimal ? enumeration.cases.first?.raw : enumeration.cases.last?.raw
            return raw.flatMap { LiteralJSON.value(of: $0, enumeration.rawType, types) } ?? value(enumeration.rawType)
        case .structure(let structure): return .object(object(structure, depth))
        case .tuple(let tuple): return .array(tuple.items.map { value($0, depth: depth + 1) })
        case .union(let union):
            guard let chosen = form == .minimal ? union.cases.first : union.cases.last else { return .null }
            var value = value(chosen.type, depth: depth + 1)
            if let discriminator = union.discriminator, let text = chosen.discriminatorValues.first {
                value[discriminator] =
                    union.isDiscriminatorText ? .string(text) : try? JSONValue(json: Array(text.utf8))
            }
            return value
        }
    }

    private func object(_ structure: StructDecl, _ depth: Int) -> JSONObject {
        var members = JSONObject()
        for property in structure.properties.reversed() where !property.isReadOnly {
            if let constant = property.constant {
                members[property.key] = LiteralJSON.value(of: constant, property.type, types)
                continue
            }
            let isNullable = property.presence != .required && property.presence != .optional
            switch form {
            case .full where depth < 5: members[property.key] = value(property.type, depth: depth + 1)
            case .cleared where isNullable: members[property.key] = .some(.null)
            default:
                if property.isDemanded || property.clientArgument?.isDemanded == true {
                    members[property.key] = isNullable ? .some(.null) : value(property.type, depth: depth + 1)
                }
            }
        }
        if form == .full, depth < 5, let additional = structure.additional {
            members["x-last"] = value(additional, depth: depth + 1)
            members["x-first"] = value(additional, depth: depth + 1)
        }
        return members
    }

    private func value(_ scalar: ScalarType) -> JSONValue {
        switch scalar {
        case .string: "Ä b/c?d&e=f+%"
        case .bool: true
        case .int, .int8, .int16, .int32, .int64, .uint, .uint8, .uint16, .uint32, .uint64: 7
        case .double, .float: 1.5
        case .decimal: 10.25
        case .date: "2026-02-03T04:05:06.125Z"
        case .calendarDate: "2026-02-03"
        case .data, .file: "AAEC"
        case .uuid: "6f1c3b1e-2f0a-4d7b-9a3e-0123456789ab"
        case .url: "https://a.test/x?y=1"
        case .secretString: "s3cret"
        case .null: .null
        }
    }
}
