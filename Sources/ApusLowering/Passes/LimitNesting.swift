import ApusModel

/// Types nest like their schemas, down to a depth; deeper ones are siblings in the innermost remaining owner.
///
/// The compiler's time for nested types grows by a factor with each level: 14 cost nothing, 18 half a second, 30 many
/// minutes. Real documents stay below 10.
enum LimitNesting {
    static let limit = 10

    static func run(_ model: inout APIModel) {
        for place in model.types.indices { settle(&model.types[place].header.nested, depth: 1) }
        for place in model.operations.indices { settle(&model.operations[place].nested, depth: 1) }
    }

    private static func settle(_ types: inout [TypeDecl], depth: Int) {
        if types.isEmpty { return }
        guard depth < limit else {
            types = types.flatMap(flatten)
            return
        }
        for place in types.indices { settle(&types[place].header.nested, depth: depth + 1) }
    }

    private static func flatten(_ type: TypeDecl) -> [TypeDecl] {
        var alone = type
        alone.header.nested = []
        return [alone] + type.header.nested.flatMap(flatten)
    }
}
