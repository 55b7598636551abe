import ApusModel

/// The `id` that is computed from a member, or from that of an alternative.
struct IdentityContext: TemplateValue {
    static let tags = ["type", "value"]

    private let type: String
    /// `contactID`; nothing for a union.
    private let value: String

    /// - Returns: nil where a stored member is the `id`, and where the type has none.
    init?(_ header: TypeHeader, isStored: Bool, in scope: Scope, _ printer: Printer) {
        guard let identity = header.identity, !isStored else { return nil }
        type = printer.type(identity.type, in: scope)
        let path = AccessExpression.text(identity.steps, of: "")
        value = String(path.dropFirst())
    }

    func child(named name: String) -> (any TemplateValue)? {
        switch name {
        case "type": type
        case "value": value
        default: nil
        }
    }
}
