import ApusModel
import ApusSource
import ApusSpec

/// Objects: their members as a whole.
extension Comparison {
    func compare(_ left: StructDecl, _ right: StructDecl, _ symbol: String, at spot: Spot) {
        let pairs = pairMembers(left, right)
        let owners = (left.header, right.header)
        for property in pairs.removed {
            report(
                "property-removed", Self.member(property, of: symbol), wire: "no \(property.key)",
                at: .old(old.mark(ofMember: property.key, of: left.header.id)))
        }
        for property in pairs.added { reportNew(property, of: right.header, symbol) }
        for (before, after) in pairs.renamed { compareRenamed(before, after, of: owners, symbol) }
        for (before, after) in pairs.same {
            let spot = Spot.new(new.mark(ofMember: after.key, of: right.header.id))
            if before.name != after.name {
                report(
                    "property-name-changed", Self.member(before, of: symbol), to: Self.member(after, of: symbol),
                    at: spot, keeping: keep(before.name, for: after, of: right.header))
            }
            compare(before, after, of: owners, Self.member(after, of: symbol), at: spot)
        }
        compareOrder(left, right, symbol, at: spot)
        compareOthers(left, right, symbol, at: spot)
        compareLimits(left.constraints, right.constraints, symbol, at: spot)
    }

    func pairMembers(_ left: StructDecl, _ right: StructDecl) -> MemberPairs<PropertyDecl> {
        MemberPairs(
            left.properties, right.properties, key: \.key, name: \.key,
            isAlike: { $0.presence == $1.presence && $0.constant == $1.constant && self.isSame($0.type, $1.type) })
    }

    static func member(_ property: PropertyDecl, of owner: String) -> String {
        owner + "." + ChangeText.plain(property.name)
    }

    private func keep(_ name: String, for property: PropertyDecl, of owner: TypeHeader) -> String? {
        SchemaPath.of(new.location(of: owner.id)).map { ChangeText.rename($0 + "." + property.key, to: name) }
    }

    private func reportNew(_ property: PropertyDecl, of owner: TypeHeader, _ symbol: String) {
        let isDemanded = owner.usage.isSent && property.isDemanded
        let type = new.spelling.type(of: property)
        report(
            isDemanded ? "property-added-required" : "property-added",
            isDemanded ? symbol : Self.member(property, of: symbol),
            new: isDemanded ? "\(ChangeText.plain(property.name)): \(type)" : type, wire: property.key,
            at: .new(new.mark(ofMember: property.key, of: owner.id)))
    }

    private func compareRenamed(
        _ before: PropertyDecl, _ after: PropertyDecl, of owners: (TypeHeader, TypeHeader), _ symbol: String
    ) {
        let spot = Spot.new(new.mark(ofMember: after.key, of: owners.1.id))
        let wire = ChangeText.arrow(before.key, after.key)
        if before.name == after.name {
            report("property-key-changed", Self.member(after, of: symbol), wire: wire, at: spot)
        } else {
            report(
                "property-renamed", Self.member(before, of: symbol), to: Self.member(after, of: symbol), wire: wire,
                at: spot, keeping: keep(before.name, for: after, of: owners.1))
        }
        compare(before, after, of: owners, Self.member(after, of: symbol), at: spot)
    }

    /// The arguments of the initializer, which a caller writes in this order.
    private func compareOrder(_ left: StructDecl, _ right: StructDecl, _ symbol: String, at spot: Spot) {
        guard left.header.usage.isSent, right.header.usage.isSent else { return }
        let (first, second) = (Self.arguments(of: left), Self.arguments(of: right))
        let common = Set(first).intersection(second)
        let (before, after) = (first.filter(common.contains), second.filter(common.contains))
        if before != after {
            report(
                "properties-reordered", symbol, old: before.joined(separator: ", "), new: after.joined(separator: ", "),
                at: spot)
        }
    }

    private static func arguments(of decl: StructDecl) -> [String] {
        let offered = decl.properties.filter { $0.constant == nil && !$0.isWithheld }
        return (offered.filter(\.isDemanded) + offered.filter { !$0.isDemanded }).map(\.name)
    }

    private func compareOthers(_ left: StructDecl, _ right: StructDecl, _ symbol: String, at spot: Spot) {
        switch (left.additional, right.additional) {
        case (nil, let after?):
            report("additional-members-added", symbol, new: "[String: \(new.spelling.type(after))]", at: spot)
        case (let before?, nil):
            report("additional-members-removed", symbol, old: "[String: \(old.spelling.type(before))]", at: spot)
        case (let before?, let after?) where !isSame(before, after):
            report(
                "additional-members-type-changed", symbol, old: "[String: \(old.spelling.type(before))]",
                new: "[String: \(new.spelling.type(after))]", at: spot)
        case (.some, .some): return
        case (nil, nil):
            report(
                ("unknown-members-now-kept", "unknown-members-no-longer-kept"), symbol, left.unknownName != nil,
                right.unknownName != nil, at: spot)
        }
    }
}

extension PropertyDecl {
    var mayBeAbsent: Bool { [.optional, .tristate].contains(presence) }
    var mayBeNull: Bool { [.nullable, .explicit, .tristate].contains(presence) || keepsNull }
}
