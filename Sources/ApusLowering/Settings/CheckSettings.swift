import ApusModel
import ApusSource
import ApusSpec

/// Reports what the configuration names and the document does not have.
extension Lowerer {
    /// Settings of one key for which the nearest name is looked for; each look-up compares with every name.
    static let suggestionLimit = 20

    func checkSettings() {
        var found = settings.unmatched
        let operations = document.paths.flatMap(\.operations)
        let ids = Set(operations.map(\.id))
        let named: [(Setting.Key, any Sequence<String>)] = [
            (.groups, options.groups.keys), (.idempotent, options.idempotent), (.retry, options.rules.retry.keys),
            (.paging, options.rules.paging.keys.filter { $0 != "default" }),
            (.result, options.rules.result.keys.filter { $0 != "default" }),
            (.failures, options.rules.rejections.flatMap(\.exceptions)),
        ]
        for (key, names) in named { found.append((key, names.filter { !ids.contains($0) }.sorted(), ids)) }
        for (key, rules) in [(Setting.Key.include, options.include), (.exclude, options.exclude)] where !rules.isEmpty {
            found.append((key, Selection.findUnmatched(rules, among: operations), Selection.words(of: operations)))
        }
        found.removeAll { $0.names.isEmpty }
        if !found.isEmpty { report(found) }
    }

    /// In the order of the file.
    private func report(_ found: [(key: Setting.Key, names: [String], known: Set<String>)]) {
        let locations = options.findSettings(found.flatMap { found in found.names.map { Setting(found.key, $0) } })
        let unmatched = found.flatMap { key, names, known in
            let candidates = known.sorted()
            return names.enumerated().map { index, name in
                let nearest = index < Self.suggestionLimit ? Spelling.nearest(to: name, among: candidates) : nil
                let setting = Setting(key, name)
                return Diagnostic.unmatchedSetting(setting, nearest: nearest, at: locations[setting])
            }
        }
        for diagnostic in unmatched.sorted(by: { ($0.mark?.offset ?? 0) < ($1.mark?.offset ?? 0) }) {
            log.report(diagnostic)
        }
    }
}

extension Setting.Key {
    /// A noun for the entries of the key, for messages.
    fileprivate var words: String {
        switch self {
        case .include, .exclude: "operation ids, `tag:Name`, a path with `*`, or a method and a path"
        case .groups, .idempotent, .retry, .paging, .failures, .result: "ids of operations"
        case .rename:
            "`Schema`, `Schema.property`, `Schema.value`, `operationId`, `operationId.parameter`, a tag or a server"
        case .types, .closedEnums, .identity: "`Schema` or `Schema.property`"
        case .conformances, .attributes: "`Schema`, `Schema.property`, or `kind:` and struct, enum, union or tuple"
        case .clientParameters: "parameters of operations, and members of request bodies"
        case .formats: "values of `format`"
        }
    }
}

extension Diagnostic {
    /// - Parameter location: The entry in the configuration; nil where it has no file.
    static func unmatchedSetting(_ setting: Setting, nearest: String?, at location: Setting.Location?) -> Diagnostic {
        Diagnostic(
            id: "unmatched-setting", severity: .warning,
            message: "`\(setting.key.rawValue)` names \"\(setting.name)\", and nothing has that name",
            mark: location?.mark, pointer: location?.pointer,
            hint: nearest.map { "did you mean \"\($0)\"?" }
                ?? "the entry has no effect; correct it or remove it: its names are \(setting.key.words)")
    }
}
