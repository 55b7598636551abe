import ApusSource

extension ChangeReport {
    /// An object with `summary`, `version` (`major`, `minor` or `patch`), `counts`, `changes` and `accepted`; a change has `kind`, `area`,
    /// `effect`, `text`, `symbol`, `renamed`, `wire`, `file`, `line`, `column`, `version` (`old` or `new`), `suggestion` and
    /// `fingerprint`.
    public var json: String {
        let counts = ChangeClass.allCases.map { ($0.rawValue, PrettyJSON?.some(.integer(count(of: $0)))) }
        return PrettyJSON.object([
            ("summary", .string(summary)),
            ("version", .string(String(versionStep.split(separator: " ")[2]))),
            ("counts", .object(counts)),
            ("changes", .array(changes.map { .object(describe($0)) })),
            (
                "accepted",
                .array(accepted.map { .object(describe($0.change) + [("reason", .string($0.reason))]) })
            ),
        ]).print()
    }

    private func describe(_ change: Change) -> [(String, PrettyJSON?)] {
        let position = change.mark.map(files.position)
        return [
            ("kind", .string(change.kind.id)),
            ("area", .string(change.kind.area.rawValue)),
            ("effect", .string(change.kind.effect.rawValue)),
            ("text", .string(change.sentence)),
            ("symbol", .string(change.symbol)),
            ("renamed", change.renamed.map(PrettyJSON.string)),
            ("wire", change.wire.map(PrettyJSON.string)),
            ("file", change.mark.map { .string(files.path(of: $0.file)) }),
            ("line", position.map { .integer($0.line) }),
            ("column", position.map { .integer($0.column) }),
            ("version", change.mark.map { _ in .string(change.isOld ? "old" : "new") }),
            ("suggestion", change.suggestion.map(PrettyJSON.string)),
            ("fingerprint", .string(change.fingerprint)),
        ]
    }

    /// SARIF 2.1.0, as code hosts show in reviews: breaking changes are errors, silent ones warnings, others notes.
    public func sarif(toolVersion: String) -> String {
        let rules = changes.map(\.kind).map { kind in
            (kind.id, DiagnosticRenderer.Rule(title: kind.sentence, help: kind.effect.title))
        }
        let diagnostics = changes.map { change in
            Diagnostic(
                id: change.kind.id, severity: change.kind.effect.severity,
                message: change.sentence + (change.wire.map { " (\($0))" } ?? ""), mark: change.mark,
                hint: change.suggestion)
        }
        return DiagnosticRenderer(files: files).sarif(
            diagnostics, toolVersion: toolVersion, rules: Dictionary(rules) { first, _ in first })
    }
}

extension ChangeClass {
    fileprivate var severity: Severity {
        switch self {
        case .breaking: .error
        case .silent: .warning
        case .deprecated, .added, .internal: .note
        }
    }
}
