import ApusModel
import ApusSource
import ApusSpec

/// Bodies with their content types, sent or received.
extension Lowerer {
    /// In the order of preference. JSON, or else XML, stands for others of the same type where `isReceived`: one is asked for, and the
    /// rest would be cases that never occur. XML in the place of JSON is still read: there are servers that do not look at `Accept`.
    func lowerPayloads(_ content: [MediaType], isReceived: Bool, at site: Site) -> [Payload] {
        let sites = findSites(of: content, at: site)
        var payloads = zip(content, sites).map {
            lowerPayload($0, isReceived: isReceived, at: $1)
        }
        if let first = sites.first, first.id != site.id { renameTwins(payloads, of: first.id, to: site.name) }
        let preferred = payloads.first { $0.coding == .json } ?? payloads.first { $0.coding == .xml }
        if isReceived, var preferred, payloads.count > 1 {
            let rest = payloads.filter { $0.type != preferred.type || $0.coding.isStreamed }
            if rest.count + 1 < payloads.count,
                let media = content.first(where: { isNarrowed($0, rest, preferred) })
            {
                narrowings.note(media, to: preferred.contentType)
            }
            preferred.xml = payloads.first { $0.coding == .xml && $0.type == preferred.type }?.xml
            payloads = [preferred] + rest
        }
        return nameCases(removeRepetitions(in: payloads))
    }

    private func lowerPayload(
        _ media: MediaType, isReceived: Bool, at site: Site
    ) -> Payload {
        var rule = ContentTypes.rule(for: media.contentType)
        let isBinary = media.schema.map(describesBytes) ?? (rule.coding == .stream)
        if isBinary, rule.coding == .json || rule.coding == .text || rule.coding == .xml {
            rule = ContentTypes.rule(for: "application/octet-stream")
        }
        var coding = rule.coding
        if coding == .xml, let schema = media.schema, isPlainText(schema) { coding = .text }
        let type: TypeRef
        switch coding {
        case .stream, .bytes: type = .scalar(.data)
        case .text: type = .scalar(.string)
        case .serverSentEvents, .wholeEvents, .jsonLines, .jsonSequence:
            let items = lowerItems(of: media, coding: coding, at: site)
            (coding, type) = (items.coding, items.type)
        case .json, .form, .xml:
            let found = media.schema.map { lowerElement($0, at: site) }
            type = isReceived ? found ?? .json : media.schema.map { narrow(found ?? .json, to: $0) } ?? .json
        case .multipart:
            type =
                media.schema.map { lowerElement($0, at: site) }
                ?? media.itemSchema.map { .array(lowerElement($0, at: site.items)) } ?? .json
        }
        let contentType =
            isBinary && ContentTypes.essence(of: media.contentType) == "*/*"
            ? "application/octet-stream" : ContentTypes.sendable(media.contentType)
        var payload = Payload(
            caseName: rule.name, contentType: contentType, coding: coding, type: type,
            parts: lowerParts(of: media, coding: coding, at: site),
            terminator: coding.isStreamed ? media.extensions["x-apus-stream-end"]?.string : nil)
        if coding == .xml { payload.xml = lowerRoot(of: media, isReceived: isReceived) }
        return payload
    }

    /// Where inline types of each content type stand: under its name if another content type has an inline type that is not the same.
    private func findSites(of content: [MediaType], at site: Site) -> [Site] {
        let inline = content.map { [$0.schema, $0.itemSchema].compactMap { $0 }.filter(mayDeclare).map(\.id) }
        guard Set(inline.flatMap { $0 }).count > 1 else { return content.map { _ in site } }
        let names = content.map { ContentTypes.rule(for: $0.contentType).name }
        return zip(content, names).map { media, name in
            let isShared = names.count { $0 == name } > 1
            let word = isShared ? ContentTypes.subtype(of: media.contentType) : name
            return site.child(word, name: "\(word) \(site.name)")
        }
    }

    /// Content types that turned out to have one type share the name without theirs.
    private func renameTwins(_ payloads: [Payload], of id: TypeID, to name: String) {
        guard let scope = scopes.indices.last, payloads.allSatisfy({ $0.type == .named(id) }) else { return }
        scopes[scope].rename(id, name)
    }

    /// Whether an inline schema becomes more than a type that exists.
    private func mayDeclare(_ schema: Schema) -> Bool {
        !schema.isPlainReference && !(schema.isPlainValue && schema.enumeration == nil && schema.types.count <= 1)
    }

    private func isNarrowed(_ media: MediaType, _ rest: [Payload], _ json: Payload) -> Bool {
        let type = ContentTypes.sendable(media.contentType)
        return type != json.contentType && !rest.contains { $0.contentType == type }
    }

    func describesBytes(_ schema: Schema) -> Bool {
        let resolved = document.resolve(schema)
        return resolved.types.first == .file || resolved.types.first == .string && resolved.format == "binary"
    }

    /// Of payloads that one case could stand for, the first remains.
    private func removeRepetitions(in payloads: [Payload]) -> [Payload] {
        var seen: Set<String> = []
        return payloads.filter { seen.insert(ContentTypes.essence(of: $0.contentType)).inserted }
    }

    /// `json`, `form` … ; two of a kind are told apart by their subtypes.
    private func nameCases(_ payloads: [Payload]) -> [Payload] {
        guard payloads.count > 1 else { return payloads }
        var scope = NameScope(reserved: ReservedNames.responseCases)
        return payloads.map { payload in
            var payload = payload
            let subtype = ContentTypes.subtype(of: payload.contentType)
            let isShared = payloads.filter { $0.caseName == payload.caseName }.count > 1
            let name = isShared ? Identifiers.member(subtype, fallback: payload.caseName) : payload.caseName
            payload.caseName = Keywords.escape(scope.claim(name, fallbacks: [name + "Value"]))
            return payload
        }
    }
}

/// Content types that are not asked for. A document that offers one everywhere does so for one reason, which is told once.
struct Narrowings {
    private struct Pair: Hashable {
        var contentType: String
        var preferred: String
    }

    private var places: [Pair: Set<SourceMark>] = [:]
    private var found: [(pair: Pair, first: MediaType)] = []

    mutating func note(_ media: MediaType, to preferred: String) {
        let pair = Pair(contentType: media.contentType, preferred: preferred)
        if places[pair] == nil { found.append((pair, media)) }
        places[pair, default: []].insert(media.mark)
    }

    var diagnostics: [Diagnostic] {
        found.map { .narrowedResponse($0.first, to: $0.pair.preferred, count: places[$0.pair]?.count ?? 1) }
    }
}

extension Diagnostic {
    fileprivate static func narrowedResponse(_ media: MediaType, to contentType: String, count: Int) -> Diagnostic {
        let others = count > 1 ? ", here and in \(count - 1) more \(count == 2 ? "response" : "responses")" : ""
        return Diagnostic(
            id: "narrowed-response", severity: .note,
            message: "\"\(media.contentType)\" carries the same type as \"\(contentType)\"\(others)",
            mark: media.mark, pointer: media.schema?.id.pointer, hint: "only \"\(contentType)\" is asked for")
    }
}
