import ApusModel

/// Names of types, members and cases.
extension Comparison {
    func findTypeShims() -> [ShimDecl] {
        new.order.flatMap { id -> [ShimDecl] in
            guard let partner = types.oldOf[id], let before = old.types[partner], let after = new.types[id] else {
                return []
            }
            let name = nameShim(partner, id).map { [$0] } ?? []
            switch (before, after) {
            case (.structure(let left), .structure(let right)): return name + findShims(left, right)
            case (.enumeration(let left), .enumeration(let right)): return name + findShims(left, right)
            case (.union(let left), .union(let right)): return name + findShims(left, right)
            default: return name
            }
        }
    }

    /// A typealias for a renamed type, beside the type or at the top level.
    private func nameShim(_ before: TypeID, _ after: TypeID) -> ShimDecl? {
        guard let path = old.model.names[before], let place = new.model.names[after], let name = path.last,
            path != place, !takenNames.contains(ChangeText.plain(name))
        else { return nil }
        let message = Self.renamed(path.joined(separator: "."), place.joined(separator: "."))
        if path.count == 1 { return ShimDecl(.type(name: name, target: after, isNested: false), message: message) }
        guard path.count == place.count, path.last != place.last else { return nil }
        return ShimDecl(.type(name: name, target: after, isNested: true), message: message)
    }

    /// Every name of a type or a builder, because a typealias must not hide one.
    private var takenNames: Set<String> {
        Set(new.model.names.values.compactMap { $0.last.map(ChangeText.plain) } + new.model.operations.map(\.typeName))
    }

    private func findShims(_ left: StructDecl, _ right: StructDecl) -> [ShimDecl] {
        let pairs = pairMembers(left, right)
        let names = Set(right.properties.map(\.name) + right.header.nested.map(\.header.name))
        var shims: [ShimDecl] = []
        var targets: [String: String] = [:]
        for (before, after) in pairs.same + pairs.renamed {
            targets[before.name] = after.name
            guard before.name != after.name, !names.contains(before.name), isSame(before.type, after.type),
                before.presence == after.presence
            else { continue }
            var decl = after
            decl.name = before.name
            let message = Self.renamed(before.name, after.name)
            shims.append(ShimDecl(.property(owner: right.header.id, decl: decl, target: after.name), message: message))
        }
        for property in pairs.removed {
            guard property.presence == .optional, property.defaultValue == nil, !names.contains(property.name),
                let type = carry(property.type)
            else { continue }
            var decl = PropertyDecl(name: property.name, key: property.key, type: type, presence: .optional)
            decl.deprecation = nil
            shims.append(
                ShimDecl(
                    .property(owner: right.header.id, decl: decl, target: nil), message: Self.removed(property.name)))
        }
        return shims + (initializerShim(left, right, targets: targets).map { [$0] } ?? [])
    }

    /// nil where the arguments are the same, and where one is new and required, or cannot be taken any more.
    private func initializerShim(_ left: StructDecl, _ right: StructDecl, targets: [String: String]) -> ShimDecl? {
        guard left.header.usage.isSent || right.header.usage.isSent else { return nil }
        let offered = Dictionary(right.properties.map { ($0.name, $0) }) { first, _ in first }
        var arguments: [ShimDecl.Argument] = []
        for property in Self.offered(by: left) {
            let partner = targets[property.name].flatMap { offered[$0] }
            // Its value would be lost.
            if partner?.isWithheld == true { return nil }
            if let partner, partner.constant == nil {
                arguments.append(ShimDecl.Argument(name: property.name, target: partner.name))
            } else if let type = carry(property.type) {
                arguments.append(
                    ShimDecl.Argument(
                        name: property.name, target: nil, type: type, isRequired: property.isDemanded))
            } else {
                return nil
            }
        }
        let given = Set(arguments.compactMap(\.target))
        let after = Self.offered(by: right)
        guard after.allSatisfy({ !$0.isDemanded || given.contains($0.name) }) else { return nil }
        let (first, second) = (arguments.map(\.name), after.map(\.name))
        // An argument that is only new changes no call.
        if arguments.allSatisfy({ $0.name == $0.target }), first == second.filter(given.contains) { return nil }
        return ShimDecl(
            .initializer(owner: right.header.id, arguments: arguments),
            message: "The arguments are now "
                + second.map { ChangeText.clean(ChangeText.plain($0)) }.joined(separator: ", ")
                + ".")
    }

    private static func offered(by decl: StructDecl) -> [PropertyDecl] {
        let offered = decl.properties.filter { $0.constant == nil && !$0.isWithheld }
        return offered.filter(\.isDemanded) + offered.filter { !$0.isDemanded }
    }

    private func findShims(_ left: EnumDecl, _ right: EnumDecl) -> [ShimDecl] {
        guard isSame(left.rawType, right.rawType) else { return [] }
        let pairs = pairCases(left, right)
        let names = Set(right.cases.map(\.name) + [right.unknownName])
        let moved = (pairs.same + pairs.renamed).filter { $0.old.name != $0.new.name && !names.contains($0.old.name) }
        let owner = right.header.id
        let renamed = moved.map { before, after in
            ShimDecl(
                .enumCase(owner: owner, name: before.name, target: after.name),
                message: Self.renamed(before.name, after.name))
        }
        guard !right.isClosed else { return renamed }
        return renamed
            + pairs.removed.filter { !names.contains($0.name) }.map {
                ShimDecl(
                    .rawValue(owner: owner, name: $0.name, value: $0.raw),
                    message: "\(ChangeText.clean(ChangeText.plain($0.name))) is no longer among the values.")
            }
    }

    private func findShims(_ left: UnionDecl, _ right: UnionDecl) -> [ShimDecl] {
        let names = Set(right.cases.map(\.name) + [right.unknownName])
        return pairCases(left, right).renamed.filter { !names.contains($0.old.name) }.map { before, after in
            ShimDecl(
                .unionCase(owner: right.header.id, name: before.name, target: after.name, type: after.type),
                message: Self.renamed(before.name, after.name))
        }
    }
}
