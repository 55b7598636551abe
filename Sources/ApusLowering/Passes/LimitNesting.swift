import ApusModel

/// Types nest like their schemas, down to a depth; deeper ones are siblings in the innermost remaining owner.
///
/// The compiler's time for nested types grows by a factor with each level: 14 cost nothing, 18 half a second, 30 many
/// minutes. Real documents stay below 10.
enum LimitNesting {
    static let limit = 10

    static func run(_ model: inout APIModel) {
        for index in model.types.indices { limit(&model.types[index].header.nested, depth: 1) }
        for index in model.operations.indices { limit(&model.operations[index].nested, depth: 1) }
    }

    private static func limit(_ types: inout [TypeDecl], depth: Int) {
        if types.isEmpty { return }
        guard depth < limit else {
            types = types.flatMap(flatten)
            return
        }
        for index in types.indices { limit(&types[index].header.nested, depth: depth + 1) }
    }

    private static func flatten(_ type: TypeDecl) -> [TypeDecl] {
        var alone = type
        alone.header.nested = []
        return [alone] + type.header.nested.flatMap(flatten)
    }
}
