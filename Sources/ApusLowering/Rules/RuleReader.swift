import ApusJSON
public import ApusModel
public import ApusSource
import ApusSpec

/// Reads rules of `apus.yaml` and of extensions; errors are kept for the owner to report.
public struct RuleReader {
    public struct Fault {
        public enum Kind {
            case unknownKey(SourceMapping.Entry, known: [String])
            case wrongValue(name: String, expected: String)
            case missingKey(String, of: String)
        }

        public var kind: Kind
        public var node: SourceNode
        public var pointer: String
    }

    public private(set) var faults: [Fault] = []

    public init() {}

    /// A mapping of operation ids to rules; `default` completes the others.
    public mutating func readPaging(_ node: SourceNode, pointer: String) -> [String: PagingOptions] {
        guard let entries = node.mapping?.entries else {
            refuse("paging", "a mapping from operation ids to rules", node, pointer)
            return [:]
        }
        var rules: [String: PagingOptions] = [:]
        for entry in entries {
            rules[entry.key] = readPagingRule(entry.value, pointer: pointer + "/" + JSONPointer.escape(entry.key))
        }
        return rules
    }

    public mutating func readPagingRule(_ node: SourceNode, pointer: String) -> PagingOptions? {
        read(PagingOptions.keys, of: "the paging rule", into: PagingOptions(), from: node, pointer: pointer)
    }

    /// A mapping of Swift names to a name in the document, or several; no name in two entries.
    public mutating func readClientParameters(_ node: SourceNode, pointer: String) -> [ClientParameterOptions] {
        guard let entries = node.mapping?.entries else {
            refuse("clientParameters", "a mapping from Swift names to names in the document", node, pointer)
            return []
        }
        var parameters: [ClientParameterOptions] = []
        var taken: Set<SourceKey> = []
        for entry in entries {
            let pointer = pointer + "/" + JSONPointer.escape(entry.key)
            let isFree = SwiftText.isName(entry.key) && !ClientParameterOptions.reserved.contains(entry.key)
            guard isFree else {
                let others = ClientParameterOptions.reserved.sorted().joined(separator: ", ")
                let key = SourceNode(.string(entry.key), mark: entry.keyMark)
                refuse("the parameter of the client", "a Swift name, and none of \(others)", key, pointer)
                continue
            }
            guard let keys = entry.value.string.map({ [$0] }) ?? Self.texts(entry.value), !keys.isEmpty,
                keys.allSatisfy({ !$0.isEmpty })
            else {
                refuse(entry.key, "a name in the document, or a list of names", entry.value, pointer)
                continue
            }
            guard keys.allSatisfy({ taken.insert(SourceKey($0)).inserted }) else {
                refuse(entry.key, "a name in the document that no other entry has", entry.value, pointer)
                continue
            }
            parameters.append(ClientParameterOptions(name: entry.key, keys: keys))
        }
        return parameters
    }

    /// A rule, or a list of them.
    public mutating func readRejections(_ node: SourceNode, pointer: String) -> [RejectionDecl] {
        guard let list = node.sequence else {
            return readRejection(node, pointer: pointer).map { [$0] } ?? []
        }
        return list.enumerated().compactMap { index, item in readRejection(item, pointer: pointer + "/\(index)") }
    }

    private mutating func readRejection(_ node: SourceNode, pointer: String) -> RejectionDecl? {
        read(RejectionDecl.keys, of: "the failure rule", into: RejectionDecl(), from: node, pointer: pointer)
    }

    /// A rule, or a list of them.
    public mutating func readRefusals(_ node: SourceNode, pointer: String) -> [RefusalDecl] {
        guard let list = node.sequence else {
            return readRefusal(node, pointer: pointer).map { [$0] } ?? []
        }
        return list.enumerated().compactMap { index, item in readRefusal(item, pointer: pointer + "/\(index)") }
    }

    /// A rule with a reason, and at least one part to match.
    private mutating func readRefusal(_ node: SourceNode, pointer: String) -> RefusalDecl? {
        let name = "the refusal rule"
        guard let rule = read(RefusalDecl.keys, of: name, into: RefusalDecl(), from: node, pointer: pointer) else {
            return nil
        }
        if !HTTPToken.isWellFormed(rule.reason) {
            refuse("reason", "a code without spaces, such as agreement_required", node, pointer)
            return nil
        }
        let parts = [rule.code, rule.text].compactMap { $0 }
        if parts.allSatisfy({ !$0.isEmpty }), rule.status != nil || !parts.isEmpty { return rule }
        refuse(name, "a mapping with status, code or text, none of them empty", node, pointer)
        return nil
    }

    public mutating func readRateLimit(_ node: SourceNode, pointer: String) -> RateLimitDecl? {
        read(RateLimitDecl.keys, of: "the rate limit", into: RateLimitDecl(), from: node, pointer: pointer)
    }

    public mutating func readRetries(_ node: SourceNode, pointer: String) -> RetriesDecl? {
        read(RetriesDecl.keys, of: "the retry rule", into: RetriesDecl(), from: node, pointer: pointer)
    }

    /// One of the two locations, in a valid form.
    public mutating func readWebhooks(_ node: SourceNode, pointer: String) -> WebhooksDecl.NameLocation? {
        let keys = WebhooksDecl.NameLocation.keys
        guard
            let location = read(
                keys, of: "the webhook rule", into: WebhooksDecl.NameLocation(), from: node, pointer: pointer)
        else { return nil }
        let isPointer = location.member.map { $0.hasPrefix("/") } ?? true
        let isHeader = location.header.map(HTTPToken.isWellFormed) ?? true
        if (location.member == nil) != (location.header == nil), isPointer, isHeader { return location }
        refuse("the webhook rule", "member with a JSON pointer, or header with a header's name", node, pointer)
        return nil
    }

    public mutating func readDates(_ node: SourceNode, pointer: String) -> DatesDecl? {
        read(DatesDecl.keys, of: "the rule for dates", into: DatesDecl(), from: node, pointer: pointer)
    }

    /// A mapping of operation ids to rules.
    public mutating func readRetryRules(_ node: SourceNode, pointer: String) -> [String: RetryOptions] {
        guard let entries = node.mapping?.entries else {
            refuse("retry", "a mapping from operation ids to rules", node, pointer)
            return [:]
        }
        var rules: [String: RetryOptions] = [:]
        for entry in entries {
            rules[entry.key] = readRetryRule(entry.value, pointer: pointer + "/" + JSONPointer.escape(entry.key))
        }
        return rules
    }

    public mutating func readRetryRule(_ node: SourceNode, pointer: String) -> RetryOptions? {
        guard let word = node.string else {
            return read(RetryOptions.keys, of: "the retry rule", into: RetryOptions(), from: node, pointer: pointer)
        }
        if let rule = RetryOptions.words[word] { return rule }
        refuse("the retry rule", "safe, never, or a mapping", node, pointer)
        return nil
    }

    /// nil for an invalid value.
    private mutating func read<Rule>(
        _ keys: [RuleKey<Rule>], of name: String, into rule: Rule, from node: SourceNode, pointer: String
    ) -> Rule? {
        guard let mapping = node.mapping else {
            refuse(name, "a mapping", node, pointer)
            return nil
        }
        let before = faults.count
        var rule = rule
        for entry in mapping.entries {
            guard let key = keys.first(where: { $0.name == entry.key }) else {
                let kind = Fault.Kind.unknownKey(entry, known: keys.map(\.name))
                faults.append(
                    Fault(kind: kind, node: entry.value, pointer: pointer + "/" + JSONPointer.escape(entry.key)))
                continue
            }
            assign(entry.value, as: key, into: &rule, pointer: pointer + "/" + JSONPointer.escape(entry.key))
        }
        for key in keys where key.isRequired && mapping[key.name] == nil {
            faults.append(Fault(kind: .missingKey(key.name, of: name), node: node, pointer: pointer))
        }
        return faults.count == before ? rule : nil
    }

    private mutating func assign<Rule>(
        _ node: SourceNode, as key: RuleKey<Rule>, into rule: inout Rule, pointer: String
    ) {
        switch key.kind() {
        case .text(let assign):
            guard let text = node.string ?? node.number?.text else { return refuse(key.name, "a text", node, pointer) }
            assign(&rule, text)
        case .choice(let words, let assign):
            guard let text = node.string, words.contains(text) else {
                return refuse(key.name, "one of " + words.joined(separator: ", "), node, pointer)
            }
            assign(&rule, text)
        case .flag(let assign):
            guard let flag = node.boolean else { return refuse(key.name, "true or false", node, pointer) }
            assign(&rule, flag)
        case .count(let range, let assign):
            guard let count = node.integer, range.contains(count) else {
                return refuse(key.name, "a number from \(range.lowerBound) to \(range.upperBound)", node, pointer)
            }
            assign(&rule, count)
        case .duration(let assign):
            guard let milliseconds = Self.milliseconds(node) else {
                return refuse(key.name, "a time such as 60s or 250ms", node, pointer)
            }
            assign(&rule, milliseconds)
        case .offset(let assign):
            guard let seconds = node.string.flatMap(Self.offset) else {
                return refuse(key.name, "UTC or an offset such as +02:00", node, pointer)
            }
            assign(&rule, seconds)
        case .texts(let assign):
            guard let texts = node.string.map({ [$0] }) ?? Self.texts(node) else {
                return refuse(key.name, "a list of texts", node, pointer)
            }
            assign(&rule, texts)
        }
    }

    private mutating func refuse(_ name: String, _ expected: String, _ node: SourceNode, _ pointer: String) {
        faults.append(Fault(kind: .wrongValue(name: name, expected: expected), node: node, pointer: pointer))
    }

    private static func texts(_ node: SourceNode) -> [String]? {
        guard let items = node.sequence else { return nil }
        let texts = items.compactMap(\.string)
        return texts.count == items.count ? texts : nil
    }

    private static func offset(_ text: String) -> Int? {
        if ["UTC", "Z"].contains(text) { return 0 }
        guard let match = text.wholeMatch(of: /([+-])([01][0-9]|2[0-3]):([0-5][0-9])/), let hours = Int(match.2),
            let minutes = Int(match.3)
        else { return nil }
        let seconds = hours * 3_600 + minutes * 60
        return match.1 == "-" ? -seconds : seconds
    }

    /// At most a day.
    private static func milliseconds(_ node: SourceNode) -> Int? {
        let text = node.string ?? node.number?.text ?? ""
        let units = [("ms", 1), ("s", 1_000), ("m", 60_000), ("h", 3_600_000)]
        let unit = units.first { text.hasSuffix($0.0) } ?? ("", 1_000)
        guard let count = Int(text.dropLast(unit.0.count)), (1...86_400_000).contains(count) else { return nil }
        let total = count * unit.1
        return total <= 86_400_000 ? total : nil
    }
}
