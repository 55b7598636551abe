import ApusModel
import ApusSource
import ApusSpec

/// Rules of the client as a whole: the configuration's, otherwise those of the document's extensions.
extension Lowerer {
    func lowerRules(into client: inout ClientDecl) {
        client.rejections = options.rules.rejections
        client.rateLimit = options.rules.rateLimit
        client.retries = options.rules.retries
        client.dates = options.rules.dates
        client.dropsMismatches = options.rules.dropsMismatches
        if client.rejections.isEmpty, let node = document.extensions["x-apus-failures"] {
            client.rejections =
                readRule("x-apus-failures", at: "") { $0.readRejections(node, pointer: $1) } ?? []
        }
        if client.rateLimit == nil, let node = document.extensions["x-apus-rate-limit"] {
            client.rateLimit = readRule("x-apus-rate-limit", at: "") { $0.readRateLimit(node, pointer: $1) }
        }
        if client.dates == nil, let node = document.extensions["x-apus-dates"] {
            client.dates = readRule("x-apus-dates", at: "") { $0.readDates(node, pointer: $1) }
        }
        if client.retries == nil, let node = document.extensions["x-apus-retries"] {
            client.retries = readRule("x-apus-retries", at: "") { $0.readRetries(node, pointer: $1) }
        }
    }

    func readRefusals() -> [RefusalDecl] {
        if !options.rules.refusals.isEmpty { return options.rules.refusals }
        guard let node = document.extensions["x-apus-refusals"] else { return [] }
        return readRule("x-apus-refusals", at: "") { $0.readRefusals(node, pointer: $1) } ?? []
    }

    func readDocumentPaging() -> PagingOptions? {
        guard let node = document.extensions["x-apus-pagination"] else { return nil }
        return readRule("x-apus-pagination", at: "") { $0.readPagingRule(node, pointer: $1) }
    }

    /// nil for an invalid rule, which is reported.
    func readRule<Rule>(_ name: String, at owner: String, _ read: (inout RuleReader, String) -> Rule?) -> Rule? {
        var reader = RuleReader()
        let rule = read(&reader, owner + "/" + name)
        for fault in reader.faults { log.report(.invalidExtension(name, fault)) }
        return reader.faults.isEmpty ? rule : nil
    }
}

extension Diagnostic {
    static func invalidExtension(_ name: String, _ fault: RuleReader.Fault) -> Diagnostic {
        let text: String
        switch fault.kind {
        case .unknownKey(let entry, let known):
            text = "it has no member \"\(entry.key)\"; it knows " + known.joined(separator: ", ")
        case .wrongValue(let member, let expected): text = "\(member) must be \(expected)"
        case .missingKey(let key, let owner): text = "\(owner) has no \"\(key)\""
        }
        return Diagnostic(
            id: "invalid-extension", severity: .warning, message: "`\(name)` cannot be used: \(text)",
            mark: fault.node.mark, pointer: fault.pointer, hint: "it is left out")
    }
}
