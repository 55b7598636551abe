import ApusModel

/// Decides properties that depend on a type's direction:
/// - only sent types distinguish absent and null;
/// - a default makes a member non-optional only in types that are solely received, unless null is a valid value;
/// - a required read-only member is not required from a caller, a required write-only one not from the server.
enum SettlePresence {
    static func run(_ model: inout APIModel) {
        model.updateTypes { type in
            switch type {
            case .structure(var decl):
                let usage = decl.header.usage
                for place in decl.properties.indices { settle(&decl.properties[place], usage) }
                type = .structure(decl)
            case .tuple(var decl) where !decl.header.usage.isSent:
                decl.items = decl.items.map { if case .tristate(let wrapped) = $0 { .optional(wrapped) } else { $0 } }
                type = .tuple(decl)
            default: return
            }
        }
    }

    private static func settle(_ property: inout PropertyDecl, _ usage: Usage) {
        if property.presence == .tristate, !usage.isSent {
            property.presence = .optional
            property.keepsNull = property.defaultValue != nil
        }
        let isUnasked = property.isReadOnly && usage.isSent || property.isWriteOnly && usage.isReceived
        if isUnasked, property.presence != .tristate { property.presence = .optional }
        if property.presence == .tristate, property.isReadOnly { property.presence = .optional }
        if usage.isSent || property.presence != .optional { property.defaultValue = nil }
    }
}
