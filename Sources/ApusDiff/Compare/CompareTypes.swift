import ApusModel

/// Declared types: which there are, what they are called, and what they are.
extension Comparison {
    func compareTypes() {
        let webhooks = [old.model.webhooks?.type, new.model.webhooks?.type].compactMap(\.self)
        // A document without webhooks has no enum over them; their cases are reported, not the enum.
        for id in old.order where types.newOf[id] == nil && !webhooks.contains(id) && !isOwnerLost(id, old) {
            report("type-removed", old.name(of: id), at: .old(old.mark(of: id)))
        }
        for id in new.order {
            guard let partner = types.oldOf[id] else {
                let isPart = webhooks.contains(id) || isOwnerLost(id, new)
                if !isPart { report("type-added", new.name(of: id), at: .new(new.mark(of: id))) }
                continue
            }
            if !webhooks.contains(id), !Self.isOfServer(id) { compareType(partner, id) }
        }
    }

    /// Whether a type is nested in one that has no partner, or in an operation that has none: the owner is reported. Types of server
    /// variables are reported with their servers.
    private func isOwnerLost(_ id: TypeID, _ side: Side) -> Bool {
        if Self.isOfServer(id) { return true }
        let names = side.model.names[id] ?? []
        guard names.count > 1 else { return false }
        let lost = side === old ? lostBefore : lostAfter
        return (1..<names.count).contains { lost.contains(names.prefix($0).joined(separator: ".")) }
    }

    private static func isOfServer(_ id: TypeID) -> Bool {
        id.text.hasPrefix("server#")
    }

    /// The Swift names of types and operations of one side that have no partner.
    func findLost(_ side: Side, _ isPaired: (TypeID) -> Bool, _ paired: [OperationDecl]) -> Set<String> {
        let known = Set(paired.map(\.id))
        let types = side.order.filter { !isPaired($0) }.map { side.name(of: $0) }
        return Set(types + side.model.operations.filter { !known.contains($0.id) }.map(\.typeName))
    }

    private func compareType(_ left: TypeID, _ right: TypeID) {
        guard let before = old.types[left], let after = new.types[right] else { return }
        let spot = Spot.new(new.mark(of: right))
        let symbol = new.name(of: right)
        compareName(left, right, at: spot)
        switch (before, after) {
        case (.structure(let first), .structure(let second)): compare(first, second, symbol, at: spot)
        case (.enumeration(let first), .enumeration(let second)): compare(first, second, symbol, at: spot)
        case (.union(let first), .union(let second)): compare(first, second, symbol, at: spot)
        case (.tuple(let first), .tuple(let second)): compare(first, second, symbol, at: spot)
        case (.alias(let first), .alias(let second)):
            if !isSame(first.target, second.target) {
                report(
                    "alias-target-changed", symbol, old: old.spelling.type(first.target),
                    new: new.spelling.type(second.target), at: spot)
            }
        default:
            report(
                "type-kind-changed", symbol, old: Self.describe(before, old), new: Self.describe(after, new), at: spot)
        }
        if before.header.deprecation == nil, after.header.deprecation != nil {
            report("type-deprecated", symbol, at: spot)
        }
        if before.header.deprecation != nil, after.header.deprecation == nil {
            report("type-no-longer-deprecated", symbol, at: spot)
        }
        if !Self.isSaidAlike(before.header.doc, after.header.doc) {
            report("type-description-changed", symbol, at: spot)
        }
    }

    private func compareName(_ left: TypeID, _ right: TypeID, at spot: Spot) {
        let (first, second) = (old.name(of: left), new.name(of: right))
        if first == second {
            let (before, after) = (old.location(of: left), new.location(of: right))
            if before != after {
                report("type-location-changed", second, old: Self.pointer(before), new: Self.pointer(after), at: spot)
            }
            return
        }
        let parts = (old.model.names[left] ?? [], new.model.names[right] ?? [])
        // A nested type of a renamed owner keeps its own name.
        let isNested = parts.0.count > 1 && parts.1.count == parts.0.count && parts.0.last == parts.1.last
        if isNested { return }
        let path = SchemaPath.of(new.location(of: right))
        let isNameable = parts.0.count == 1 && parts.1.count == 1
        report(
            "type-renamed", first, to: second, at: spot,
            keeping: isNameable ? path.map { ChangeText.rename($0, to: first) } : nil)
    }

    private static func pointer(_ location: String) -> String {
        location.split(separator: "/&", maxSplits: 1).first.map(String.init) ?? location
    }

    private static func describe(_ type: TypeDecl, _ side: Side) -> String {
        switch type {
        case .structure: "a struct"
        case .enumeration: "an enum of values"
        case .union: "an enum of types"
        case .tuple: "a tuple"
        case .alias(let decl): side.spelling.type(decl.target)
        }
    }

    private func compare(_ left: TupleDecl, _ right: TupleDecl, _ symbol: String, at spot: Spot) {
        for (index, (first, second)) in zip(left.items, right.items).enumerated() {
            if !isSame(first, second) {
                report(
                    "tuple-item-type-changed", symbol, old: old.spelling.type(first),
                    new: "item\(index): \(new.spelling.type(second))", at: spot)
            }
            let (before, after) = (index < left.requiredCount, index < right.requiredCount)
            if before != after {
                let id = after ? "tuple-item-now-required" : "tuple-item-no-longer-required"
                report(id, symbol, new: "item\(index)", at: spot)
            }
        }
        for index in left.items.indices.dropFirst(right.items.count) {
            report("tuple-item-removed", symbol, old: "item\(index)", at: spot)
        }
        for index in right.items.indices.dropFirst(left.items.count) {
            let isDemanded = right.header.usage.isSent && index < right.requiredCount
            let id = isDemanded ? "tuple-item-added-required" : "tuple-item-added"
            report(id, symbol, new: "item\(index): \(new.spelling.type(right.items[index]))", at: spot)
        }
        switch (left.rest, right.rest) {
        case (nil, let after?): report("tuple-rest-added", symbol, new: "[\(new.spelling.type(after))]", at: spot)
        case (let before?, nil): report("tuple-rest-removed", symbol, old: "[\(old.spelling.type(before))]", at: spot)
        case (let before?, let after?) where !isSame(before, after):
            report(
                "tuple-rest-type-changed", symbol, old: "[\(old.spelling.type(before))]",
                new: "[\(new.spelling.type(after))]", at: spot)
        default: break
        }
        compareLimits(left.constraints, right.constraints, symbol, at: spot)
    }
}

/// The path of a schema in the configuration's `rename`.
enum SchemaPath {
    /// `#/components/schemas/Contact/.owner` → `Contact.owner`; nil for a schema that is no component and in none.
    static func of(_ location: String) -> String? {
        for prefix in ["#/components/schemas/", "#/definitions/"] where location.hasPrefix(prefix) {
            let steps = location.dropFirst(prefix.count).split(separator: "/").map { step -> String in
                let isMarked = step.hasPrefix(".") || step.hasPrefix("&")
                let text = String(isMarked ? step.dropFirst() : step)
                return text.replacing("~1", with: "/").replacing("~0", with: "~")
            }
            return steps.isEmpty ? nil : steps.joined(separator: ".")
        }
        return nil
    }
}
