import ApusModel
import ApusSource

/// Enums over values, and enums over types.
extension Comparison {
    func compare(_ left: EnumDecl, _ right: EnumDecl, _ symbol: String, at spot: Spot) {
        if !isSame(left.rawType, right.rawType) {
            report(
                "enum-raw-type-changed", symbol, old: old.spelling.type(left.rawType),
                new: new.spelling.type(right.rawType), at: spot)
        } else {
            compareCases(left, right, symbol)
        }
        switch (left.isClosed, right.isClosed) {
        case (false, true): report("enum-now-closed", symbol, at: spot)
        case (true, false): report("enum-no-longer-closed", symbol, new: ChangeText.plain(right.unknownName), at: spot)
        case (false, false):
            if left.unknownName != right.unknownName {
                report(
                    "enum-unknown-renamed", symbol, old: ChangeText.plain(left.unknownName),
                    new: ChangeText.plain(right.unknownName), at: spot)
            }
        case (true, true): return
        }
    }

    private func compareCases(_ left: EnumDecl, _ right: EnumDecl, _ symbol: String) {
        let pairs = pairCases(left, right)
        func spot(_ one: EnumDecl.Case) -> Spot {
            .new(new.mark(ofMember: Self.text(of: one.raw), of: right.header.id))
        }
        for one in pairs.removed {
            report(
                "enum-case-removed", symbol, old: ChangeText.plain(one.name), wire: Self.text(of: one.raw),
                at: .old(old.mark(ofMember: Self.text(of: one.raw), of: left.header.id)))
        }
        for one in pairs.added {
            report(
                right.isClosed && left.isClosed ? "closed-enum-case-added" : "enum-case-added", symbol,
                new: ChangeText.plain(one.name), wire: Self.text(of: one.raw), at: spot(one))
        }
        for (before, after) in pairs.same where before.name != after.name {
            report(
                "enum-case-renamed", symbol, old: ChangeText.plain(before.name), new: ChangeText.plain(after.name),
                at: spot(after), keeping: keep(before, for: after, of: right.header))
        }
        for (before, after) in pairs.renamed {
            let wire = ChangeText.arrow(Self.text(of: before.raw), Self.text(of: after.raw))
            if before.name == after.name {
                report("enum-value-changed", symbol, new: ChangeText.plain(after.name), wire: wire, at: spot(after))
            } else {
                report(
                    "enum-case-replaced", symbol, old: ChangeText.plain(before.name), new: ChangeText.plain(after.name),
                    wire: wire, at: spot(after), keeping: keep(before, for: after, of: right.header))
            }
        }
    }

    func pairCases(_ left: EnumDecl, _ right: EnumDecl) -> MemberPairs<EnumDecl.Case> {
        MemberPairs(
            left.cases, right.cases, key: { Self.text(of: $0.raw) }, name: { Self.text(of: $0.raw) },
            isAlike: { _, _ in true })
    }

    func pairCases(_ left: UnionDecl, _ right: UnionDecl) -> MemberPairs<UnionDecl.Case> {
        MemberPairs(left.cases, right.cases, key: \.name, name: \.name, isAlike: { self.isSame($0.type, $1.type) })
    }

    private func keep(_ before: EnumDecl.Case, for after: EnumDecl.Case, of owner: TypeHeader) -> String? {
        SchemaPath.of(new.location(of: owner.id)).map {
            ChangeText.rename($0 + "." + Self.text(of: after.raw), to: before.name)
        }
    }

    /// The value as the document writes it.
    private static func text(of value: LiteralValue) -> String {
        switch value {
        case .string(let text), .integer(let text), .double(let text), .json(let text): text
        case .bool(let flag): flag ? "true" : "false"
        default: "null"
        }
    }

    func compare(_ left: UnionDecl, _ right: UnionDecl, _ symbol: String, at spot: Spot) {
        let pairs = pairCases(left, right)
        for one in pairs.removed {
            let mark = Self.named(one.type).flatMap(old.mark(of:)) ?? old.mark(of: left.header.id)
            report("union-case-removed", symbol, old: ChangeText.plain(one.name), at: .old(mark))
        }
        for one in pairs.added {
            report(
                "union-case-added", symbol, new: "\(ChangeText.plain(one.name))(\(new.spelling.type(one.type)))",
                at: spot)
        }
        for (before, after) in pairs.renamed {
            report(
                "union-case-renamed", symbol, old: ChangeText.plain(before.name), new: ChangeText.plain(after.name),
                at: spot)
        }
        for (before, after) in pairs.renamed + pairs.same {
            compare(before, after, of: (left, right), symbol, at: spot)
        }
        compareChoice(left, right, symbol, at: spot)
        if left.unknownName != right.unknownName {
            report(
                "union-unknown-renamed", symbol, old: ChangeText.plain(left.unknownName),
                new: ChangeText.plain(right.unknownName), at: spot)
        }
    }

    private static func named(_ type: TypeRef) -> TypeID? {
        var found: TypeID?
        type.forEachNamed { found = found ?? $0 }
        return found
    }

    private func compare(
        _ before: UnionDecl.Case, _ after: UnionDecl.Case, of pair: (UnionDecl, UnionDecl), _ symbol: String,
        at spot: Spot
    ) {
        let name = ChangeText.plain(after.name)
        if !isSame(before.type, after.type) {
            report(
                "union-case-type-changed", symbol, old: old.spelling.type(before.type),
                new: "\(name)(\(new.spelling.type(after.type)))", at: spot)
            return
        }
        if pair.0.discriminator != nil, pair.1.discriminator != nil {
            for value in after.discriminatorValues where !before.discriminatorValues.contains(value) {
                report("union-value-added", symbol, new: "\(name) is also told by \"\(value)\"", at: spot)
            }
            for value in before.discriminatorValues where !after.discriminatorValues.contains(value) {
                report("union-value-removed", symbol, old: "\(name) is told by \"\(value)\"", at: spot)
            }
        } else if pair.0.discriminator == nil, pair.1.discriminator == nil, before.shape != after.shape {
            report("union-choice-changed", symbol, new: name, at: spot)
        }
    }

    private func compareChoice(_ left: UnionDecl, _ right: UnionDecl, _ symbol: String, at spot: Spot) {
        report(
            ("union-discriminator-added", "union-discriminator-changed", "union-discriminator-removed"), symbol,
            left.discriminator, right.discriminator, at: spot
        ) { $0 }
        func name(_ union: UnionDecl) -> String? {
            union.cases.find(union.defaultCase).map { "." + $0.name }
        }
        if name(left) != name(right) {
            report(
                "union-default-changed", symbol, old: name(left) ?? "." + left.unknownName,
                new: name(right) ?? "." + right.unknownName, at: spot)
        }
        if left.discriminator == nil, right.discriminator == nil {
            report(
                ("union-now-inclusive", "union-no-longer-inclusive"), symbol, left.isInclusive, right.isInclusive,
                at: spot)
        }
    }
}
