internal import ApusModel
internal import ApusRuntime

/// Turns JSON into the value that generated code would send: members in the order of the declaration, with its constants and defaults, and
/// without those that are read-only.
struct ValueBuilder: Sendable {
    let types: [TypeID: TypeDecl]

    init(types: [TypeID: TypeDecl]) {
        self.types = types
    }

    init(_ model: APIModel) {
        types = model.indexTypes()
    }

    /// The declaration behind aliases; nil for every other type.
    func declaration(of type: TypeRef) -> TypeDecl? {
        switch resolved(type) {
        case .named(let id): types[id]
        default: nil
        }
    }

    /// The type behind aliases, optionality and indirect storage.
    func resolved(_ type: TypeRef) -> TypeRef {
        var type = type
        // An alias leads to another declaration each time.
        for _ in 0...types.count {
            switch type {
            case .optional(let inner), .tristate(let inner), .indirect(let inner): type = inner
            case .named(let id):
                guard case .alias(let alias)? = types[id] else { return type }
                type = alias.target
            default: return type
            }
        }
        return type
    }

    /// Like the codec's limit, so that no value can exhaust the stack.
    static let deepest = 512

    /// - Parameter depth: The number of values around this one.
    func build(_ value: JSONValue, as type: TypeRef, depth: Int = 0) throws(ValueProblem) -> CallValue {
        guard depth < Self.deepest else { throw ValueProblem(reason: "it is nested too deep") }
        switch type {
        case .optional(let inner), .tristate(let inner):
            return value.isNull ? .null : try build(value, as: inner, depth: depth)
        case .indirect(let inner): return try build(value, as: inner, depth: depth)
        case .scalar(let scalar), .numberOrText(let scalar): return .scalar(try read(value, scalar, isQuoted: false))
        case .quoted(let scalar): return .scalar(try read(value, scalar, isQuoted: true))
        case .json, .external: return .json(value)
        case .array(let element):
            guard let elements = value.array else { throw Self.mismatch(value, "an array") }
            return .array(try build(elements, depth) { _ in element })
        case .dictionary(let element): return .object(try build(dictionary: value, element, depth))
        case .named(let id):
            guard let decl = types[id] else { return .json(value) }
            return try build(value, as: decl, depth: depth)
        }
    }

    private func build(_ value: JSONValue, as decl: TypeDecl, depth: Int) throws(ValueProblem) -> CallValue {
        switch decl {
        case .alias(let alias): return try build(value, as: alias.target, depth: depth + 1)
        case .enumeration(let enumeration): return try build(value, as: enumeration.rawType, depth: depth + 1)
        case .structure(let structure): return .object(try build(object: value, structure, depth))
        case .union(let union): return try UnionChoice(union, self, depth: depth).build(value)
        case .tuple(let tuple):
            guard let elements = value.array else { throw Self.mismatch(value, "an array") }
            if elements.count < tuple.requiredCount {
                throw ValueProblem(reason: "the array has fewer than \(tuple.requiredCount) elements")
            }
            return .array(
                try build(elements, depth) { $0 < tuple.items.count ? tuple.items[$0] : tuple.rest ?? .json })
        }
    }

    private func build(
        _ elements: [JSONValue], _ depth: Int, type: (Int) -> TypeRef
    ) throws(ValueProblem) -> [CallValue] {
        var values: [CallValue] = []
        for (index, element) in elements.enumerated() {
            do throws(ValueProblem) {
                values.append(try build(element, as: type(index), depth: depth + 1))
            } catch {
                throw error.inside("\(index)")
            }
        }
        return values
    }

    private func build(
        dictionary value: JSONValue, _ element: TypeRef, _ depth: Int
    ) throws(ValueProblem) -> [CallMember] {
        guard let object = value.object else { throw Self.mismatch(value, "an object") }
        return try sorted(Array(object), element, depth)
    }

    /// Members without a declaration, by the bytes of their names, as a dictionary is written.
    private func sorted(
        _ members: [JSONObject.Member], _ type: TypeRef, _ depth: Int
    ) throws(ValueProblem) -> [CallMember] {
        var built: [CallMember] = []
        for member in members.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
            built.append(try build(member.key, member.value, as: type, depth))
        }
        return built
    }

    private func build(
        object value: JSONValue, _ structure: StructDecl, _ depth: Int
    ) throws(ValueProblem) -> [CallMember] {
        guard let object = value.object else { throw Self.mismatch(value, "an object") }
        var rest: [JSONObject.Member] = []
        var given: [ByteText: JSONValue] = [:]
        let names = Set(structure.properties.map { ByteText($0.key) })
        for member in object {
            if names.contains(ByteText(member.key)) {
                given[ByteText(member.key)] = member.value
            } else {
                rest.append(member)
            }
        }
        var members: [CallMember] = []
        for property in structure.properties where !property.isReadOnly {
            if let value = try self.value(of: property, given[ByteText(property.key)]) {
                members.append(try build(property.key, value, as: property.type, depth))
            }
        }
        if rest.isEmpty { return members }
        if let type = structure.additional { return members + (try sorted(rest, type, depth)) }
        // What the declaration does not have, callers of generated code add by options of the call.
        return members + rest.map { CallMember(name: $0.key, value: .json($0.value)) }
    }

    private func build(
        _ name: String, _ value: JSONValue, as type: TypeRef, _ depth: Int
    ) throws(ValueProblem) -> CallMember {
        do throws(ValueProblem) {
            let isNull = value.isNull && resolved(type) != .scalar(.null)
            return CallMember(name: name, value: isNull ? .null : try build(value, as: type, depth: depth + 1))
        } catch {
            throw error.inside(name)
        }
    }

    /// The JSON of a member as generated code would send it; nil: it is omitted.
    private func value(of property: PropertyDecl, _ given: JSONValue?) throws(ValueProblem) -> JSONValue? {
        if let constant = property.constant, given == nil {
            return LiteralJSON.value(of: constant, property.type, self)
        }
        switch (property.presence, given) {
        case (.required, nil): throw ValueProblem(path: [property.key], reason: "it is required")
        case (.nullable, nil), (.explicit, nil):
            throw ValueProblem(path: [property.key], reason: "it is required; null is a value of it")
        case (.optional, nil):
            return property.defaultValue.flatMap { LiteralJSON.value(of: $0, property.type, self) }
        case (.optional, .null?):
            if resolved(property.type) == .json { return .null }
            return property.keepsNull
                ? nil : property.defaultValue.flatMap { LiteralJSON.value(of: $0, property.type, self) }
        default: return given
        }
    }

    private func read(
        _ value: JSONValue, _ type: ScalarType, isQuoted: Bool
    ) throws(ValueProblem) -> any APIValue {
        do throws(DecodingProblem) {
            return isQuoted ? try ScalarValue.readQuoted(value, as: type) : try ScalarValue.read(value, as: type)
        } catch {
            throw ValueProblem(reason: "\(error)")
        }
    }

    static func mismatch(_ value: JSONValue, _ expected: String) -> ValueProblem {
        let found =
            switch value {
            case .null: "null"
            case .bool: "a boolean"
            case .number: "a number"
            case .string: "a string"
            case .array: "an array"
            case .object: "an object"
            }
        return ValueProblem(reason: "it is \(found), not \(expected)")
    }
}
