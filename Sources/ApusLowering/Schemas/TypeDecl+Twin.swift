import ApusModel

extension TypeDecl {
    /// Whether the other declaration could replace this one: the same members in the same order, whatever their names
    /// and locations. Only kinds that inline schemas repeat in practice are compared.
    func isTwin(of other: TypeDecl) -> Bool {
        var twins: [TypeID: TypeID] = [:]
        return isTwin(of: other, &twins)
    }

    /// The declarations of a twin by this one's corresponding declarations, nested ones included; nil if it is not a
    /// twin.
    func findTwins(in other: TypeDecl) -> [TypeID: TypeID]? {
        var twins: [TypeID: TypeID] = [:]
        return isTwin(of: other, &twins) ? twins : nil
    }

    /// - Parameter twins: The other's declarations by this one's corresponding declarations.
    private func isTwin(of other: TypeDecl, _ twins: inout [TypeID: TypeID]) -> Bool {
        twins[header.id] = other.header.id
        switch (self, other) {
        case (.enumeration(let left), .enumeration(let right)):
            return left.rawType == right.rawType && left.isClosed == right.isClosed
                && left.cases.map(\.raw) == right.cases.map(\.raw) && left.cases.map(\.name) == right.cases.map(\.name)
                && left.header.deprecation == right.header.deprecation
        case (.structure(let left), .structure(let right)):
            guard left.properties.count == right.properties.count, left.constraints == right.constraints,
                left.isClosed == right.isClosed,
                Self.areTwins(left.header.nested, right.header.nested, &twins)
            else { return false }
            let properties = left.properties.map { property in
                var property = property
                property.type = property.type.replacing(twins)
                return property
            }
            return left.additional?.replacing(twins) == right.additional && properties == right.properties
        case (.union(var left), .union(let right)):
            guard Self.areTwins(left.header.nested, right.header.nested, &twins) else { return false }
            left.header = right.header
            for index in left.cases.indices { left.cases[index].type = left.cases[index].type.replacing(twins) }
            return left == right
        case (.tuple(var left), .tuple(let right)):
            guard Self.areTwins(left.header.nested, right.header.nested, &twins) else { return false }
            left.header = right.header
            left.items = left.items.map { $0.replacing(twins) }
            left.rest = left.rest?.replacing(twins)
            return left == right
        default: return false
        }
    }

    private static func areTwins(_ left: [TypeDecl], _ right: [TypeDecl], _ twins: inout [TypeID: TypeID]) -> Bool {
        guard left.count == right.count else { return false }
        for (one, other) in zip(left, right) where !one.isTwin(of: other, &twins) { return false }
        return true
    }
}

extension TypeRef {
    fileprivate func replacing(_ twins: [TypeID: TypeID]) -> TypeRef {
        mapNamed { id in twins[id].map(TypeRef.named) }
    }
}
