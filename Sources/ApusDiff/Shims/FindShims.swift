public import ApusModel
public import ApusSource

/// The declarations by which callers of the previous version compile with the new one, where there can be any.
public enum Shims {
    /// - Parameter files: The files of both versions.
    /// - Returns: Those of types, then those of operations, in the order of the new document.
    public static func find(from old: APIVersion, to new: APIVersion, files: SourceFiles) -> [ShimDecl] {
        DocumentStack.run {
            let comparison = Comparison(Side(old, files: files), Side(new, files: files))
            comparison.match()
            return comparison.findTypeShims() + comparison.findOperationShims()
        }
    }
}

extension Comparison {
    /// The type in the new version; nil where a part of it is gone.
    func carry(_ type: TypeRef) -> TypeRef? {
        switch type {
        case .named(let id): types.newOf[id].map { .named($0) }
        case .array(let inner): carry(inner).map { .array($0) }
        case .dictionary(let inner): carry(inner).map { .dictionary($0) }
        case .optional(let inner): carry(inner).map { .optional($0) }
        case .tristate(let inner): carry(inner).map { .tristate($0) }
        case .indirect(let inner): carry(inner).map { .indirect($0) }
        case .scalar, .quoted, .numberOrText, .json, .external: type
        }
    }

    /// `custom is now customFields`
    static func renamed(_ old: String, _ new: String) -> String {
        "\(ChangeText.clean(ChangeText.plain(old))) is now \(ChangeText.clean(ChangeText.plain(new)))."
    }

    static func removed(_ name: String) -> String {
        "\(ChangeText.clean(ChangeText.plain(name))) was removed from the API; its value is not used."
    }

    static func removed(operation name: String) -> String {
        "\(ChangeText.clean(ChangeText.plain(name))) was removed from the API; calls may fail."
    }

    static func removed(type name: String) -> String {
        "\(ChangeText.clean(ChangeText.plain(name))) was removed from the API."
    }
}
