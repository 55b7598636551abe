import ApusModel

/// Decides what depends on the direction in which a type travels:
/// - absent and null are told apart only in what is sent; there `Nullable` says null and nil leaves a member out, but a form has no null;
/// - a default makes a member non-optional only in what is solely received, unless null is a value of its own;
/// - a required read-only member is not demanded from a caller, a required write-only one not from the server.
enum ResolvePresence {
    static func run(_ model: inout APIModel) {
        model.updateTypes { type in
            let usage = type.header.usage
            type.updateStructure { decl in
                for index in decl.properties.indices { resolve(&decl.properties[index], usage) }
            }
            type.updateTuple { decl in
                if usage.isSent { return }
                decl.items = decl.items.map { if case .tristate(let wrapped) = $0 { .optional(wrapped) } else { $0 } }
            }
        }
    }

    private static func resolve(_ property: inout PropertyDecl, _ usage: Usage) {
        let hasNull = usage.isSent && !usage.isFormOnly
        if property.presence == .tristate, !hasNull {
            property.presence = .optional
            property.keepsNull = property.defaultValue != nil
        }
        if property.presence == .nullable, hasNull, property.constant == nil { property.presence = .explicit }
        let isUnasked = property.isReadOnly && usage.isSent || property.isWriteOnly && usage.isReceived
        if isUnasked { property.presence = property.presence.mayBeAbsent }
        if property.presence == .tristate, property.isReadOnly { property.presence = .optional }
        if usage.isSent || property.presence != .optional { property.defaultValue = nil }
    }
}

extension PropertyDecl.Presence {
    /// The same, of a member that is not demanded.
    fileprivate var mayBeAbsent: Self {
        switch self {
        case .required, .optional, .nullable: .optional
        case .explicit, .tristate: .tristate
        }
    }
}
