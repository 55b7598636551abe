import ApusModel
import ApusSource
import ApusSpec

/// One member of an object.
extension Comparison {
    func compare(
        _ left: PropertyDecl, _ right: PropertyDecl, of owners: (TypeHeader, TypeHeader), _ symbol: String,
        at spot: Spot
    ) {
        if left.constant != right.constant { compareConstants(left, right, of: owners.1.usage, symbol, at: spot) }
        if !isSame(left.type, right.type) {
            report(
                "property-type-changed", symbol, old: old.spelling.type(of: left), new: new.spelling.type(of: right),
                at: spot)
        } else {
            if left.constant == right.constant || !owners.1.usage.isSent {
                comparePresence(left, right, of: owners.1.usage, symbol, at: spot)
            }
            compareFormats(left, right, of: owners, symbol, at: spot)
        }
        let (before, after) = (left.type.isIndirect, right.type.isIndirect)
        report(("property-now-recursive", "property-no-longer-recursive"), symbol, before, after, at: spot)
        compareDirection(left, right, symbol, at: spot)
        compareDeprecation(left, right, of: owners.1.usage, symbol, at: spot)
        compareNodes(left.xml, right.xml, symbol, at: spot)
        // A constant is not a limit too.
        let ignored: Set<String> = left.constant == right.constant ? [] : ["const"]
        // Another type has other limits.
        if isSame(left.type, right.type) {
            compareLimits(left.constraint, right.constraint, ignoring: ignored, symbol, at: spot)
        }
        if !Self.isSaidAlike(left.doc, right.doc) { report("property-description-changed", symbol, at: spot) }
    }

    private func compareConstants(
        _ left: PropertyDecl, _ right: PropertyDecl, of usage: Usage, _ symbol: String, at spot: Spot
    ) {
        let prefix = usage.isSent ? "sent-" : ""
        switch (left.constant, right.constant) {
        case (nil, let value?):
            report(prefix + "property-constant-added", symbol, new: new.spelling.value(value), at: spot)
        case (let value?, nil):
            report(
                prefix + "property-constant-removed", symbol, old: old.spelling.value(value),
                new: new.spelling.type(of: right), at: spot)
        case (let before?, let after?):
            report(
                "property-constant-changed", symbol, old: old.spelling.value(before), new: new.spelling.value(after),
                at: spot)
        default: return
        }
    }

    /// Presence, null and defaults of one type: what Swift declares, and otherwise what is an error.
    private func comparePresence(
        _ left: PropertyDecl, _ right: PropertyDecl, of usage: Usage, _ symbol: String, at spot: Spot
    ) {
        let (before, after) = (Self.form(of: left), Self.form(of: right))
        let words = (old.spelling.type(of: left), new.spelling.type(of: right))
        if before == after {
            compareAbsence(left, right, of: usage, symbol, at: spot)
            return
        }
        if left.defaultValue == nil, let value = right.defaultValue {
            report("property-default-added", symbol, new: new.spelling.value(value), at: spot)
        } else if let value = left.defaultValue, right.defaultValue == nil {
            report("property-default-removed", symbol, old: old.spelling.value(value), at: spot)
        } else if left.mayBeNull != right.mayBeNull {
            let id = right.mayBeNull ? "property-now-nullable" : "property-no-longer-nullable"
            report(id, symbol, old: words.0, new: words.1, at: spot)
        } else if right.mayBeAbsent {
            let isPlain = before == .value && after == .optional
            let id = isPlain && !usage.isReceived ? "sent-property-no-longer-required" : "property-no-longer-required"
            report(id, symbol, old: words.0, new: words.1, at: spot)
        } else {
            report("property-now-required", symbol, old: words.0, new: words.1, at: spot)
        }
    }

    /// The same Swift type.
    private func compareAbsence(
        _ left: PropertyDecl, _ right: PropertyDecl, of usage: Usage, _ symbol: String, at spot: Spot
    ) {
        if usage.isSent, left.isDemanded != right.isDemanded {
            let type = new.spelling.type(of: right)
            let id = right.isDemanded ? "property-now-required" : "sent-property-no-longer-required"
            return report(id, symbol, old: type, new: type, at: spot)
        }
        if left.mayBeAbsent != right.mayBeAbsent {
            report(
                right.mayBeAbsent ? "property-absence-no-longer-an-error" : "property-absence-now-an-error", symbol,
                at: spot)
        } else if let before = left.defaultValue, let after = right.defaultValue, before != after {
            report(
                "property-default-changed", symbol, old: old.spelling.value(before), new: new.spelling.value(after),
                at: spot)
        }
    }

    private enum Form: Equatable {
        case value, optional, nullable
    }

    private static func form(of property: PropertyDecl) -> Form {
        switch property.declaredType {
        case .optional: .optional
        case .tristate: .nullable
        default: .value
        }
    }

    private func compareFormats(
        _ left: PropertyDecl, _ right: PropertyDecl, of owners: (TypeHeader, TypeHeader), _ symbol: String,
        at spot: Spot
    ) {
        guard let before = schema(of: left, in: owners.0, old), let after = schema(of: right, in: owners.1, new),
            before.format != after.format
        else { return }
        report(
            "property-format-changed", symbol, old: before.format ?? ChangeText.none,
            new: after.format ?? ChangeText.none,
            at: spot)
    }

    private func schema(of property: PropertyDecl, in owner: TypeHeader, _ side: Side) -> Schema? {
        side.schema(of: owner.id)?.object.properties.first { $0.name == property.key }.map {
            side.document.resolve($0.schema)
        }
    }

    private func compareDirection(_ left: PropertyDecl, _ right: PropertyDecl, _ symbol: String, at spot: Spot) {
        report(
            ("property-now-read-only", "property-no-longer-read-only"), symbol, left.isReadOnly, right.isReadOnly,
            at: spot)
        report(
            ("property-now-write-only", "property-no-longer-write-only"), symbol, left.isWriteOnly, right.isWriteOnly,
            at: spot)
    }

    /// A deprecated member that may be left out is no argument of an initializer any more.
    private func compareDeprecation(
        _ left: PropertyDecl, _ right: PropertyDecl, of usage: Usage, _ symbol: String, at spot: Spot
    ) {
        switch (left.deprecation, right.deprecation) {
        case (nil, .some):
            report(
                usage.isSent && right.isWithheld ? "sent-property-deprecated" : "property-deprecated", symbol, at: spot)
        case (.some, nil): report("property-no-longer-deprecated", symbol, at: spot)
        default: return
        }
    }
}

extension TypeRef {
    fileprivate var isIndirect: Bool {
        switch self {
        case .indirect: true
        case .optional(let inner), .tristate(let inner): inner.isIndirect
        default: false
        }
    }
}
