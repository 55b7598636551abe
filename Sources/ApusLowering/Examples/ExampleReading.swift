import ApusCodec
import ApusModel
import ApusSource

/// Reads JSON as the generated types do, and says why one of them would refuse it: a value that this returns is read by the type
/// without a difference, and `validate()` accepts it. The constraints are checked by the code that `validate()` runs.
struct ExampleReading {
    /// The part of a value that its type refuses.
    struct Misfit: Error {
        /// The names and positions on the way to the part, innermost first.
        var steps: [String] = []
        /// Completes a sentence that begins with the part's name: `is no integer`.
        let reason: String

        init(_ reason: String) { self.reason = reason }

        func inside(_ step: String) -> Misfit {
            var misfit = self
            misfit.steps.append(step)
            return misfit
        }

        /// `"address.city" is no string`, or `it is no object`.
        var text: String {
            (steps.isEmpty ? "it" : "\"" + steps.reversed().joined(separator: ".") + "\"") + " " + reason
        }
    }

    let types: [TypeID: TypeDecl]
    private var constraints: [TypeID: JSONValue?] = [:]
    /// The JSON of the values of enums.
    private var enumValues: [TypeID: Set<ByteText>] = [:]
    /// Unions try a value with one case after the other, so that unions in unions could multiply the work without limit.
    private var steps = 0
    private static let most = 50_000
    private static let deepest = 64

    init(_ types: [TypeID: TypeDecl]) {
        self.types = types
    }

    /// The value as the type documents it: without members that it does not name, and without null where that is the same as nothing.
    mutating func read(_ value: JSONValue, as type: TypeRef) throws(Misfit) -> JSONValue {
        steps = Self.most
        return try read(value, as: type, depth: 0)
    }

    private mutating func read(_ value: JSONValue, as type: TypeRef, depth: Int) throws(Misfit) -> JSONValue {
        steps -= 1
        guard steps > 0, depth < Self.deepest else { throw Misfit("is too large to be checked") }
        switch type {
        case .json: return value
        case .scalar(let scalar):
            try ExampleScalars.check(value, as: scalar)
            return value
        case .numberOrText(let scalar):
            try ExampleScalars.check(value, as: scalar)
            return value
        case .quoted(let scalar):
            try ExampleScalars.checkQuoted(value, as: scalar)
            return value
        case .optional(let inner), .tristate(let inner):
            return value.isNull ? value : try read(value, as: inner, depth: depth)
        case .indirect(let inner): return try read(value, as: inner, depth: depth)
        case .array(let element): return try readArray(value, of: element, depth: depth)
        case .dictionary(let element):
            guard let object = value.object else { throw Misfit("is no object") }
            return .object(try read(object, of: element, depth: depth))
        case .external(let name): throw Misfit("has the type \(name), which Apus does not know")
        case .named(let id):
            guard let decl = types[id] else { return value }
            return try read(value, as: decl, depth: depth + 1)
        }
    }

    private mutating func readArray(
        _ value: JSONValue, of element: TypeRef, depth: Int
    ) throws(Misfit) -> JSONValue {
        guard let elements = value.array else { throw Misfit("is no array") }
        var kept: [JSONValue] = []
        for (index, one) in elements.enumerated() {
            kept.append(try read(one, as: element, depth: depth + 1, at: String(index)))
        }
        return .array(kept)
    }

    private mutating func read(
        _ object: JSONObject, of element: TypeRef, depth: Int
    ) throws(Misfit) -> JSONObject {
        var kept: [JSONObject.Member] = []
        for member in object {
            let value = try read(member.value, as: element, depth: depth + 1, at: member.key)
            kept.append(JSONObject.Member(key: member.key, value: value))
        }
        return JSONObject(kept)
    }

    private mutating func read(
        _ value: JSONValue, as type: TypeRef, depth: Int, at step: String
    ) throws(Misfit) -> JSONValue {
        do throws(Misfit) { return try read(value, as: type, depth: depth) } catch { throw error.inside(step) }
    }

    private mutating func read(_ value: JSONValue, as decl: TypeDecl, depth: Int) throws(Misfit) -> JSONValue {
        switch decl {
        case .alias(let alias): return try read(value, as: alias.target, depth: depth)
        case .enumeration(let decl):
            guard isListed(value, in: decl) else { throw Misfit("is none of the values of its enum") }
            return value
        case .structure(let decl): return try read(value, as: decl, depth: depth)
        case .union(let decl): return try read(value, as: decl, depth: depth)
        case .tuple(let decl): return try read(value, as: decl, depth: depth)
        }
    }

    /// Numbers are equal in several forms: `1` and `1.0`.
    private mutating func isListed(_ value: JSONValue, in decl: EnumDecl) -> Bool {
        var values = enumValues[decl.header.id] ?? []
        if values.isEmpty {
            values = Set(decl.cases.compactMap { $0.raw.json.map { ByteText($0.description) } })
            enumValues[decl.header.id] = values
        }
        if values.contains(ByteText(value.description)) { return true }
        return value.number != nil && decl.cases.contains { $0.raw.json == value }
    }

    private mutating func read(_ value: JSONValue, as decl: StructDecl, depth: Int) throws(Misfit) -> JSONValue {
        guard let object = value.object else { throw Misfit("is no object") }
        let given = Dictionary(object.map { (ByteText($0.key), $0.value) }) { $1 }
        var kept: [JSONObject.Member] = []
        for property in decl.properties {
            guard let member = given[ByteText(property.key)] else {
                if property.isNeeded { throw Misfit("lacks the member \"\(property.key)\"") }
                continue
            }
            if member.isNull, property.presence == .optional, property.constant == nil { continue }
            if member.isNull, [.nullable, .explicit, .tristate].contains(property.presence) {
                kept.append(JSONObject.Member(key: property.key, value: .null))
                continue
            }
            let read = try read(member, as: property.type, depth: depth + 1, at: property.key)
            if let constant = property.constant, !isConstant(constant, of: property.type, read) {
                throw Misfit("is not the only value that it may have").inside(property.key)
            }
            kept.append(JSONObject.Member(key: property.key, value: read))
        }
        let named = Set(decl.properties.map { ByteText($0.key) })
        let others = JSONObject(object.filter { !named.contains(ByteText($0.key)) })
        if let additional = decl.additional {
            kept += try read(others, of: additional, depth: depth)
        }
        let result = JSONValue.object(JSONObject(kept))
        try check(result, against: schema(of: .structure(decl)))
        return result
    }

    private mutating func read(_ value: JSONValue, as decl: UnionDecl, depth: Int) throws(Misfit) -> JSONValue {
        if let key = decl.discriminator {
            guard let object = value.object else { throw Misfit("is no object") }
            let name = object[key].map { $0.string ?? $0.description }
            let chosen = name.flatMap { name in
                decl.cases.first { $0.discriminatorValues.contains { $0.utf8.elementsEqual(name.utf8) } }
            }
            if let chosen = chosen ?? decl.cases.find(decl.defaultCase) {
                return try read(value, as: chosen.type, depth: depth).with(key, of: object)
            }
            guard decl.cases.contains(where: \.discriminatorValues.isEmpty) else {
                throw Misfit("has no value of the discriminator \"\(key)\"")
            }
        }
        var reason: Misfit?
        for one in decl.cases where decl.discriminator == nil || one.discriminatorValues.isEmpty {
            do throws(Misfit) {
                return try read(value, as: one.type, depth: depth)
            } catch {
                reason = reason ?? error
            }
        }
        throw decl.cases.count == 1 ? reason ?? Misfit("fits no type") : Misfit("fits none of the types of its union")
    }

    private mutating func read(_ value: JSONValue, as decl: TupleDecl, depth: Int) throws(Misfit) -> JSONValue {
        guard let elements = value.array else { throw Misfit("is no array") }
        guard elements.count >= decl.requiredCount, decl.rest != nil || elements.count <= decl.items.count else {
            throw Misfit("has \(elements.count) elements")
        }
        var kept: [JSONValue] = []
        for (index, element) in elements.enumerated() {
            guard let type = index < decl.items.count ? decl.declaredType(at: index) : decl.rest else { continue }
            kept.append(try read(element, as: type, depth: depth + 1, at: String(index)))
        }
        try check(.array(kept), against: schema(of: .tuple(decl)))
        return .array(kept)
    }
}

/// Constraints.
extension ExampleReading {
    /// The schema that `validate()` checks a value of the type against; nil without constraints.
    mutating func schema(of decl: TypeDecl) -> JSONValue? {
        if let known = constraints[decl.header.id] { return known }
        let text: String
        switch decl {
        case .structure(let decl):
            let members = decl.properties.compactMap(\.constraint)
            let own = decl.constraints.map { "\"\($0.keyword)\":\($0.json)" }
            let all = (members.isEmpty ? [] : ["\"properties\":{" + members.joined(separator: ",") + "}"]) + own
            text = "{" + all.joined(separator: ",") + "}"
        case .tuple(let decl):
            text = "{" + decl.constraints.map { "\"\($0.keyword)\":\($0.json)" }.joined(separator: ",") + "}"
        case .alias, .enumeration, .union: text = "{}"
        }
        let schema = text == "{}" ? nil : try? JSONValue(json: text)
        constraints[decl.header.id] = .some(schema)
        return schema
    }

    /// - Throws: ``Misfit`` for the first violation.
    func check(_ value: JSONValue, against schema: JSONValue?) throws(Misfit) {
        guard let schema else { return }
        var checker = ConstraintChecker()
        checker.check(value, against: schema, at: "")
        guard let first = checker.violations.first else { return }
        let misfit = Misfit("violates `\(first.keyword)`: it demands \(first.demand)")
        throw first.path.isEmpty ? misfit : misfit.inside(first.path)
    }

    /// Whether a value is the literal of a member whose type may be an enum.
    private func isConstant(_ literal: LiteralValue, of type: TypeRef, _ value: JSONValue) -> Bool {
        guard let json = constant(literal, of: type) else { return true }
        return LiteralValue.isSame(json, value)
    }

    /// The JSON of a literal; nil where it has none.
    func constant(_ literal: LiteralValue, of type: TypeRef) -> JSONValue? {
        guard case .enumCase(let name) = literal else { return literal.json }
        guard case .named(let id) = type, case .enumeration(let decl)? = types[id] else { return nil }
        return decl.cases.first { $0.name == name }?.raw.json
    }
}

extension PropertyDecl {
    /// Whether a value without the member is refused.
    var isNeeded: Bool { [.required, .nullable, .explicit].contains(presence) }
}

extension LiteralValue {
    /// As JSON; nil for a case of an enum, whose raw value it does not have.
    var json: JSONValue? {
        if case .enumCase = self { return nil }
        return try? JSONValue(json: CompactJSON.ascii(self))
    }

    /// Strings are equal by their bytes.
    static func isSame(_ left: JSONValue, _ right: JSONValue) -> Bool {
        if case .string(let left) = left, case .string(let right) = right { return left.utf8.elementsEqual(right.utf8) }
        return left == right
    }
}

extension JSONValue {
    /// With a member of another object, unless the value has it: a union writes its discriminator for a payload that does not name it.
    fileprivate func with(_ key: String, of other: JSONObject) -> JSONValue {
        guard case .object(let members) = self, members[key] == nil, let value = other[key] else { return self }
        return .object(JSONObject([JSONObject.Member(key: key, value: value)] + Array(members)))
    }
}
