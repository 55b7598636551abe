import ApusModel
import ApusSource

/// Decides which types are `Identifiable`: structs with a required `id` or a member that the configuration names, and unions of such structs.
/// Runs after members have their names and presence.
enum ResolveIdentity {
    static func run(
        _ model: inout APIModel, origins: Origins, options: LoweringOptions, diagnostics: inout Diagnostics
    ) {
        var search = IdentitySearch(model.indexTypes())
        var decls: [TypeDecl] = []
        model.forEachType { decls.append($0) }
        for case .structure(let decl) in decls { search.resolve(decl) }
        search.resolveUnions(decls.compactMap { if case .union(let decl) = $0 { decl } else { nil } })
        guard !search.identities.isEmpty || !search.misfits.isEmpty else { return }
        let identities = search.identities
        model.updateTypes { type in
            if let identity = identities[type.header.id] { type.header.identity = identity }
        }
        report(decls, search, origins, options, &diagnostics)
    }

    /// A rule for one type that does not fit it, a pattern that fits none of its types, and types that an `id` nearly identifies.
    private static func report(
        _ decls: [TypeDecl], _ search: IdentitySearch, _ origins: Origins, _ options: LoweringOptions,
        _ diagnostics: inout Diagnostics
    ) {
        var unused: [String: (name: String, misfit: IdentityMisfit)] = [:]
        for header in decls.map(\.header) {
            guard let misfit = search.misfits[header.id] else { continue }
            if let rule = misfit.rule {
                if !search.used.contains(rule.setting), unused[rule.setting] == nil {
                    unused[rule.setting] = (header.name, misfit)
                }
            } else if header.usage.isReceived {
                diagnostics.report(.missingIdentity(header, misfit, at: origins.find(header.id)))
            }
        }
        let settings = unused.keys.sorted().map { Setting(.identity, $0) }
        if settings.isEmpty { return }
        let locations = options.findSettings(settings)
        let found = settings.compactMap { setting in
            unused[setting.name].map { Diagnostic.unusableIdentity($0.name, $0.misfit, at: locations[setting]) }
        }
        for diagnostic in found.sorted(by: { ($0.mark?.offset ?? 0) < ($1.mark?.offset ?? 0) }) {
            diagnostics.report(diagnostic)
        }
    }
}

/// Why a type is not `Identifiable`.
struct IdentityMisfit: Error {
    var reason: String
    /// The member that the configuration could name, or probably means.
    var suggestion: String?
    /// What to do, where naming another member is no way out.
    var help: String?
    /// The entry of the configuration that does not fit; nil where the type's own members do not.
    var rule: IdentityRule?
}

extension Diagnostic {
    fileprivate static func unusableIdentity(
        _ name: String, _ misfit: IdentityMisfit, at location: Setting.Location?
    ) -> Diagnostic {
        Diagnostic(
            id: "unusable-identity", severity: .warning,
            message: "Apus cannot identify values of \(name) by \"\(misfit.rule?.key ?? "")\": \(misfit.reason)",
            mark: location?.mark, pointer: location?.pointer,
            hint: misfit.help ?? misfit.suggestion.map { "did you mean \"\($0)\"?" }
                ?? "the entry has no effect; an identity is a member that is a string, an integer, a UUID or a URL")
    }

    fileprivate static func missingIdentity(
        _ header: TypeHeader, _ misfit: IdentityMisfit, at origin: Origins.Origin?
    ) -> Diagnostic {
        Diagnostic(
            id: "missing-identity", severity: .note,
            message: "\(header.name) is not Identifiable: \(misfit.reason)", mark: origin?.mark,
            pointer: origin?.pointer,
            hint: misfit.help ?? misfit.suggestion.map {
                "`identity` in the configuration can name its member \"\($0)\""
            }
                ?? "`identity` in the configuration can name another member")
    }
}
