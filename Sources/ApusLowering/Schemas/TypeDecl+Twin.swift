import ApusModel

extension TypeDecl {
    /// Whether the other declaration could stand for this one: the same members in the same order, whatever they are called by and
    /// wherever they were written. Only kinds that inline schemas repeat in practice are compared.
    func isTwin(of other: TypeDecl) -> Bool {
        switch (self, other) {
        case (.enumeration(let left), .enumeration(let right)):
            left.rawType == right.rawType && left.isClosed == right.isClosed
                && left.cases.map(\.raw) == right.cases.map(\.raw)
                && left.header.deprecation == right.header.deprecation
        case (.structure(let left), .structure(let right)):
            left.properties.count == right.properties.count && left.additional == right.additional
                && left.constraints == right.constraints
                && left.header.nested.isEmpty && right.header.nested.isEmpty && left.properties == right.properties
        default: false
        }
    }
}
