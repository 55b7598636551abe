import ApusLowering
import ApusModel
import ApusSource
import ApusSpec

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Settings that a document shows signs of, for `apus init`.
struct DocumentSigns {
    private let document: Document
    private let pipeline: Pipeline

    /// - Parameter pipeline: The run that read the document, with its findings.
    init(_ document: Document, of pipeline: Pipeline) {
        self.document = document
        self.pipeline = pipeline
    }

    /// Whether the module needs `ApusXML`.
    var usesXML: Bool { model(paging: [:]).usesXML }

    private func model(paging: [String: PagingOptions]) -> APIModel {
        var options = pipeline.loweringOptions(for: document)
        options.rules.paging = paging
        var ignored = Diagnostics()
        return Lowering.lower(document, files: pipeline.files, options: options, diagnostics: &ignored)
    }

    /// At most one for each key.
    func proposals() -> [Proposal] {
        [overlays, roots, hosts, paging, failures, rateLimit, webhooks].compactMap { $0 }
    }

    /// The value of `namespaces` that the default gives today: one more operation must not change every call of a client.
    /// nil where the document has no groups to choose from.
    var hasNamespaces: Bool? {
        guard document.paths.flatMap(\.operations).contains(where: { !$0.tags.isEmpty }) else { return nil }
        return Lowering.hasNamespaces(document)
    }

    /// Files beside the document that are named as overlays.
    private var overlays: Proposal? {
        guard case .file(let path) = DocumentLocation(pipeline.client.spec) else { return nil }
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        let folder = parts.joined(separator: "/")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? []
        let found = names.sorted().filter { name in
            name.lowercased().contains("overlay") && [".yaml", ".yml", ".json"].contains(where: name.hasSuffix)
        }
        guard !found.isEmpty else { return nil }
        let paths = found.map { YAMLScalar.text((parts + [Substring($0)]).joined(separator: "/")) }
        return Proposal(
            key: "overlays", lines: ["[\(paths.joined(separator: ", "))]"], reason: "beside the document")
    }

    private var roots: Proposal? {
        let folders = quoted(in: "reference-outside-root").compactMap { path in
            path.lastIndex(of: "/").map { String(path[..<$0]) }
        }
        return list("roots", folders, reason: "the document refers to files outside of its folder")
    }

    private var hosts: Proposal? {
        let hosts = quoted(in: "remote-reference").compactMap { address in
            URL(string: address).flatMap { url in url.host().map { $0 + (url.port.map { ":\($0)" } ?? "") } }
        }
        return list("allowedHosts", hosts, reason: "the document refers to files there")
    }

    private func list(_ key: String, _ texts: [String], reason: String) -> Proposal? {
        guard !texts.isEmpty else { return nil }
        let unique = Set(texts).sorted().map(YAMLScalar.text)
        return Proposal(key: key, lines: ["[\(unique.joined(separator: ", "))]"], reason: reason)
    }

    /// The first text that each finding of one kind quotes.
    private func quoted(in id: String) -> [String] {
        pipeline.diagnostics.all.filter { $0.id == id }.compactMap { finding in
            let parts = finding.message.split(separator: "\"", maxSplits: 2, omittingEmptySubsequences: false)
            return parts.count == 3 ? String(parts[1]) : nil
        }
    }

    /// Rules that the generator can use as they are, in the order of the document.
    ///
    /// - Parameter known: The client with the rules that it has; its paged operations need no other.
    func findPaging(besides known: APIModel) -> [(id: String, rule: PagingOptions, operation: Operation)] {
        let paged = Set(known.operations.filter { $0.paging != nil }.map(\.id))
        let found = PagingSigns(document).find().filter { !paged.contains($0.id) }
        if found.isEmpty { return [] }
        let rules = Dictionary(found.map { ($0.id, $0.rule) }) { first, _ in first }
        let usable = Set(model(paging: rules).operations.filter { $0.paging != nil }.map(\.id))
        return found.filter { usable.contains($0.id) }
    }

    private var paging: Proposal? {
        let proposed = findPaging(besides: model(paging: [:]))
        guard !proposed.isEmpty else { return nil }
        let shared = sharedRule(of: proposed.map(\.rule))
        var lines = shared.map { ["default: " + text(of: $0)] } ?? []
        for (id, rule, _) in proposed {
            var rest = rule
            if let shared, rule.style == shared.style, rule.parameter == shared.parameter {
                (rest.style, rest.parameter) = (nil, nil)
            }
            lines.append(YAMLScalar.text(id) + ": " + text(of: rest))
        }
        if lines.count == 1 { lines = ["{ \(lines[0]) }"] }
        let count = proposed.count == 1 ? "an operation" : "\(proposed.count) operations"
        return Proposal(key: "paging", lines: lines, reason: "\(count) with a list and a parameter that pages it")
    }

    /// The most frequent style with its parameter, where several rules have it.
    private func sharedRule(of rules: [PagingOptions]) -> PagingOptions? {
        let groups = Dictionary(grouping: rules) { "\($0.style?.rawValue ?? "") \($0.parameter ?? "")" }
        let most = groups.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }?.value ?? []
        guard most.count > 1, let first = most.first else { return nil }
        var shared = PagingOptions()
        (shared.style, shared.parameter) = (first.style, first.parameter)
        return shared
    }

    /// `{ style: cursor, parameter: cursor, items: /data, cursor: /next_cursor }`
    func text(of rule: PagingOptions) -> String {
        let members = [
            ("style", rule.style?.rawValue), ("parameter", rule.parameter), ("items", rule.items),
            ("cursor", rule.cursor),
            ("total", rule.total), ("pages", rule.pages), ("more", rule.more),
        ].compactMap { name, value in value.map { "\(name): \(YAMLScalar.text($0))" } }
        return members.isEmpty ? "{}" : "{ \(members.joined(separator: ", ")) }"
    }

    /// A member `error` in the body of a successful response.
    private var failures: Proposal? {
        let names = document.paths.flatMap(\.operations).filter { operation in
            operation.responses.contains { response in
                guard case .code(200..<300) = response.status else { return false }
                return response.content.contains { media in
                    let schema = media.schema.map(document.resolve)
                    return schema?.object.properties.contains { $0.name == "error" } == true
                }
            }
        }
        guard !names.isEmpty else { return nil }
        let count = names.count == 1 ? "a response" : "responses of \(names.count) operations"
        return Proposal(
            key: "failures", lines: ["{ pointer: /error }"],
            reason: "\(count) with a status of success and a member error")
    }

    private var rateLimit: Proposal? {
        let operations = document.paths.flatMap(\.operations)
        let refusals = operations.flatMap(\.responses).filter { $0.status == .code(429) }
        let headers = operations.flatMap(\.responses).flatMap(\.headers).filter {
            $0.name.lowercased().replacing("-", with: "").contains("ratelimit")
        }
        let texts =
            [document.info.documentation] + document.tags.map(\.documentation) + refusals.map(\.documentation)
            + headers.map(\.documentation)
        for case let text? in texts {
            guard let limit = RateText(text) else { continue }
            return Proposal(
                key: "rateLimit", lines: ["{ requests: \(limit.requests), per: \(limit.seconds)s }"],
                reason: "the document says " + YAMLScalar.quoted(limit.words))
        }
        guard !refusals.isEmpty || !headers.isEmpty else { return nil }
        return Proposal(
            key: "rateLimit", lines: ["{ requests: 60, per: 60s }"],
            reason: "the document has a limit and no numbers; these are an example")
    }

    /// A text member that every event has, by the names that APIs give to it.
    private var webhooks: Proposal? {
        let bodies = document.webhooks.flatMap(\.operations).compactMap { operation in
            operation.requestBody?.content.first?.schema.map(document.resolve)
        }
        guard bodies.count > 1 else { return nil }
        let shared = bodies.map { Set($0.object.properties.map(\.name)) }.reduce(nil) { $0?.intersection($1) ?? $1 }
        let name = ["type", "event", "event_type", "eventType"].first { shared?.contains($0) == true }
        return name.map {
            Proposal(key: "webhooks", lines: ["{ member: /\($0) }"], reason: "every event has the member \($0)")
        }
    }
}
