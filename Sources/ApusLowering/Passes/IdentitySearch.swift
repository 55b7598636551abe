import ApusModel
import ApusSource

/// Finds the `id` of each type.
struct IdentitySearch {
    private(set) var identities: [TypeID: IdentityDecl] = [:]
    /// Types without an identity that an `id`, a similar name or the configuration suggests.
    private(set) var misfits: [TypeID: IdentityMisfit] = [:]
    /// Entries of the configuration that have an effect.
    private(set) var used: Set<String> = []
    private let types: [TypeID: TypeDecl]

    init(_ types: [TypeID: TypeDecl]) {
        self.types = types
    }

    mutating func resolve(_ decl: StructDecl) {
        let id = decl.header.id
        var refused: IdentityMisfit?
        if let rule = decl.header.identityRule {
            do throws(IdentityMisfit) {
                if let identity = try configured(decl, rule) { identities[id] = identity }
                used.insert(rule.setting)
                return
            } catch {
                refused = error
            }
        }
        do throws(IdentityMisfit) {
            if let identity = try own(decl) { identities[id] = identity }
            misfits[id] = refused
        } catch {
            misfits[id] = refused ?? error
        }
    }

    // MARK: Structs

    /// nil where the rule forbids an identity.
    private func configured(_ decl: StructDecl, _ rule: IdentityRule) throws(IdentityMisfit) -> IdentityDecl? {
        if rule.key.isEmpty { return nil }
        func misfit(_ reason: String) -> IdentityMisfit { IdentityMisfit(reason: reason, rule: rule) }
        guard let property = decl.properties.first(where: { $0.key == rule.key }) else {
            var unknown = misfit("there is no member of that name")
            unknown.suggestion = Spelling.nearest(to: rule.key, among: decl.properties.map(\.key))
            throw unknown
        }
        if property.name != "id", let other = decl.properties.first(where: { $0.name == "id" }) {
            throw misfit("its member \"\(other.key)\" is called id")
        }
        if var obstacle = Self.findObstacle(in: decl.header) {
            obstacle.rule = rule
            throw obstacle
        }
        if property.isWithheld { throw misfit("the member is deprecated") }
        guard property.constant == nil, let type = scalar(of: property.type) else {
            throw misfit("the member is no string, integer, UUID or URL")
        }
        var steps: [AccessStep] = property.name == "id" ? [] : [.member(property.name)]
        switch property.declaredType {
        case .optional: return IdentityDecl(type: .optional(type), key: property.key, steps: steps)
        case .tristate:
            if steps.isEmpty { throw misfit("its absence and its null are told apart") }
            steps.append(.wrapped)
            return IdentityDecl(type: .optional(type), key: property.key, steps: steps)
        default: return IdentityDecl(type: type, key: property.key, steps: steps)
        }
    }

    /// nil where nothing in the type says that it has an identity.
    private func own(_ decl: StructDecl) throws(IdentityMisfit) -> IdentityDecl? {
        let isConfigured = decl.header.isConfiguredIdentifiable
        guard
            let property = decl.properties.first(where: { $0.name == "id" })
                ?? decl.properties.first(where: { $0.key == "id" })
        else {
            guard !isConfigured, let other = decl.properties.first(where: { isNamedForOwner($0, decl) }) else {
                return nil
            }
            throw IdentityMisfit(reason: "it has no member \"id\"", suggestion: other.key)
        }
        if isConfigured, property.name != "id" { return nil }
        let key = "\"\(property.key)\""
        if let obstacle = Self.findObstacle(in: decl.header) { throw obstacle }
        guard property.constant == nil else { throw IdentityMisfit(reason: "its member \(key) is a constant") }
        guard let type = scalar(of: property.type), type != .scalar(.url) else {
            throw IdentityMisfit(reason: "its member \(key) is no string, integer or UUID")
        }
        guard property.presence == .required else {
            let reason = property.presence == .nullable ? "may be null" : "may be absent"
            throw IdentityMisfit(
                reason: "its member \(key) \(reason)",
                suggestion: [.optional, .nullable].contains(property.presence) ? property.key : nil)
        }
        return IdentityDecl(
            type: type, key: property.key, steps: property.name == "id" ? [] : [.member(property.name)])
    }

    /// `contact_id` of `Contact`.
    private func isNamedForOwner(_ property: PropertyDecl, _ decl: StructDecl) -> Bool {
        let words = Words(property.key).words
        guard words.count > 1, words.last?.lowercased() == "id", scalar(of: property.type) != nil else { return false }
        return words.dropLast().map { $0.lowercased() } == Words(decl.header.name).words.map { $0.lowercased() }
    }

    /// The type without aliases, where it tells values apart.
    private func scalar(of type: TypeRef) -> TypeRef? {
        switch types.resolveAlias(type) {
        case .scalar(let scalar) where Self.scalars.contains(scalar): .scalar(scalar)
        case .numberOrText(let scalar) where Self.scalars.contains(scalar): .scalar(scalar)
        default: nil
        }
    }

    private static let scalars: Set<ScalarType> = [
        .string, .int, .int8, .int16, .int32, .int64, .uint, .uint8, .uint16, .uint32, .uint64, .uuid, .url,
    ]

    /// `ID` is the name of the type of `id` in every `Identifiable` type.
    private static func findObstacle(in header: TypeHeader) -> IdentityMisfit? {
        guard header.nested.contains(where: { $0.header.name == "ID" }) else { return nil }
        return IdentityMisfit(
            reason: "a type inside of it is called ID",
            help: "`rename` in the configuration can give that type another name")
    }

    // MARK: Unions

    /// From the inside out: a union waits for the unions among its alternatives, and one that contains itself has no identity.
    mutating func resolveUnions(_ unions: [UnionDecl]) {
        let byID = Dictionary(unions.map { ($0.header.id, $0) }) { first, _ in first }
        var waiting: [TypeID: Int] = [:]
        var outer: [TypeID: [TypeID]] = [:]
        for union in unions {
            let id = union.header.id
            let inner = Set(union.cases.compactMap { types.findDeclaration(of: $0.type)?.header.id })
                .filter { byID[$0] != nil }
            waiting[id] = inner.count
            for one in inner { outer[one, default: []].append(id) }
        }
        var ready = unions.map(\.header.id).filter { waiting[$0] == 0 }
        while let id = ready.popLast() {
            if let union = byID[id] { resolve(union) }
            for next in outer[id] ?? [] {
                waiting[next, default: 0] -= 1
                if waiting[next] == 0 { ready.append(next) }
            }
        }
    }

    private mutating func resolve(_ decl: UnionDecl) {
        let id = decl.header.id
        if let rule = decl.header.identityRule {
            if rule.key.isEmpty {
                used.insert(rule.setting)
                return
            }
            misfits[id] = Self.misfit("a union has the id of its alternatives", rule)
        }
        do throws(IdentityMisfit) {
            if let identity = try identity(of: decl) { identities[id] = identity }
        } catch {
            if misfits[id] == nil { misfits[id] = error }
        }
    }

    /// nil where no alternative has one.
    private func identity(of decl: UnionDecl) throws(IdentityMisfit) -> IdentityDecl? {
        let found = decl.cases.map { one in
            types.findDeclaration(of: one.type).flatMap { identities[$0.header.id] }
        }
        guard let first = found.lazy.compactMap({ $0 }).first, !decl.header.isConfiguredIdentifiable else { return nil }
        if let index = found.firstIndex(where: { $0 == nil }) {
            throw Self.misfit("its alternative \(decl.cases[index].name) is not")
        }
        guard found.allSatisfy({ $0?.type.asOptional == first.type.asOptional }) else {
            throw Self.misfit("the ids of its alternatives are of different types")
        }
        if decl.cases.contains(where: { $0.name == "id" }) {
            throw Self.misfit("its alternative id has the name of its identity")
        }
        if let obstacle = Self.findObstacle(in: decl.header) { throw obstacle }
        return IdentityDecl(type: first.type.asOptional)
    }

    private static func misfit(_ reason: String, _ rule: IdentityRule? = nil) -> IdentityMisfit {
        IdentityMisfit(
            reason: reason,
            help: "name a member of each alternative in `identity` of the configuration: all ids have one type",
            rule: rule)
    }
}
