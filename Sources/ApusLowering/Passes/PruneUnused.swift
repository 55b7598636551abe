import ApusModel

/// Drops types that no operation reaches. An owner remains while a nested type is reached, because it is part of that
/// type's name. Safe because ``ResolveUsage`` has followed every type that generated code mentions.
enum PruneUnused {
    static func run(_ model: inout APIModel, options: LoweringOptions) {
        if options.keepsUnusedTypes {
            model.updateTypes { type in
                if !type.isUsed { type.header.usage = Usage(isSent: true, isReceived: true) }
            }
            return
        }
        model.types = model.types.compactMap(prune)
        for index in model.operations.indices {
            model.operations[index].nested = model.operations[index].nested.compactMap(prune)
        }
    }

    private static func prune(_ type: TypeDecl) -> TypeDecl? {
        var type = type
        type.header.nested = type.header.nested.compactMap(prune)
        return type.isUsed || !type.header.nested.isEmpty ? type : nil
    }
}

extension TypeDecl {
    var isUsed: Bool {
        header.usage.isSent || header.usage.isReceived
    }
}
