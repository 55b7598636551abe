import ApusModel
import ApusSource
import ApusSpec

/// Several content types of one type.
extension Lowerer {
    /// One payload for each type: all of its content types are asked for, JSON first, and what comes is read by its own. XML ranks below
    /// JSON, which holds the same value with less left open.
    func joinReceived(_ payloads: [Payload]) -> [Payload] {
        var joined: [Payload] = []
        for payload in payloads {
            if let place = joined.firstIndex(where: { $0.isReadLike(payload) }) {
                joined[place].join(payload)
            } else {
                joined.append(payload)
            }
        }
        let first = joined.firstIndex { $0.coding == .json } ?? joined.firstIndex { $0.coding == .xml }
        if let first { joined.insert(joined.remove(at: first), at: 0) }
        return joined
    }

    /// Without further names of a format. Where all that is left is one type, the format that is sent unless the caller says otherwise
    /// comes first: JSON, or parts for what has files.
    func joinSent(_ payloads: [Payload], of content: [MediaType]) -> [Payload] {
        var kept = payloads.filter { payload in
            guard let rank = ContentTypes.rank(of: payload.contentType, as: payload.coding) else { return true }
            return !payloads.contains { other in
                guard other.coding == payload.coding, other.type == payload.type, other.xml == payload.xml,
                    let better = ContentTypes.rank(of: other.contentType, as: other.coding)
                else { return false }
                return better < rank
            }
        }
        guard let first = kept.first, kept.allSatisfy({ $0.isSentLike(first) }) else { return kept }
        // Of one type in several formats a range adds none.
        if Set(kept.map(\.coding)).count > 1, !kept.allSatisfy(\.isRange) { kept.removeAll(where: \.isRange) }
        let hasFiles = content.contains { media in
            ContentTypes.rule(for: media.contentType).coding == .multipart && media.schema.map(holdsFiles) == true
        }
        let order: [Payload.Coding] = hasFiles ? [.multipart, .json] : [.json]
        for coding in order {
            guard let place = kept.firstIndex(where: { $0.coding == coding }) else { continue }
            kept.insert(kept.remove(at: place), at: 0)
            break
        }
        return kept
    }

    private func holdsFiles(_ schema: Schema) -> Bool {
        let flat = merge(document.resolve(schema))
        return flat.object.properties.contains { property in
            let member = document.resolve(property.schema)
            return [property.schema, member, member.array.items].contains {
                $0.map { fileParts.contains($0.id) } == true
            }
        }
    }
}

// Keys that name no format that can be read or written.
extension Lowerer {
    /// Without keys that name no media type, such as an example's name; a key alone, or one with a schema of its own, is meant as one.
    func findTypes(in content: [MediaType]) -> [MediaType] {
        let named = content.filter { $0.contentType.contains("/") || $0.contentType.allSatisfy(\.isWhitespace) }
        if named.count == content.count { return content }
        if !named.isEmpty { return named }
        return content.prefix(1).map { media in
            var media = media
            media.contentType = "*/*"
            return media
        }
    }

    /// Without formats that have no coder here and only repeat what another one holds: YAML, Protocol Buffers, CSV.
    func findCodable(_ content: [MediaType], isReceived: Bool) -> [MediaType] {
        guard content.count > 1 else { return content }
        let codable = content.filter { Lowerer.isCodable($0.contentType, isReceived: isReceived) }.sorted {
            Lowerer.rank(of: $0) < Lowerer.rank(of: $1)
        }
        return content.filter { media in
            guard [.text, .stream].contains(ContentTypes.rule(for: media.contentType).coding),
                !Lowerer.isCodable(media.contentType, isReceived: isReceived),
                !ContentTypes.isOpaque(media.contentType), let schema = media.schema, isStructured(schema),
                let other = codable.first(where: { $0.schema.map { isSame($0, schema) } == true })
            else { return true }
            narrowings.note(media, to: other.contentType)
            return false
        }
    }

    private static func rank(of media: MediaType) -> Int {
        let coding = ContentTypes.rule(for: media.contentType).coding
        return (coding == .json ? 0 : 10) + (ContentTypes.rank(of: media.contentType, as: coding) ?? 5)
    }

    private static func isCodable(_ contentType: String, isReceived: Bool) -> Bool {
        let type = ContentTypes.essence(of: contentType)
        return switch ContentTypes.rule(for: contentType).coding {
        case .json, .xml, .form, .multipart: true
        case .text: type == "text/plain" || !isReceived && ContentTypes.isYAML(type)
        default: false
        }
    }

    /// One schema, referred to or written twice. Generators repeat inline schemas as they are, so no more than shapes is compared.
    private func isSame(_ left: Schema, _ right: Schema, remaining: Int = 6) -> Bool {
        let (left, right) = (document.resolve(left), document.resolve(right))
        if left.id == right.id { return true }
        guard remaining > 0, left.types == right.types, left.format == right.format,
            left.object.properties.map(\.name) == right.object.properties.map(\.name),
            (left.array.items == nil) == (right.array.items == nil), left.allOf.count == right.allOf.count
        else { return false }
        let pairs = [
            zip(left.object.properties.map(\.schema), right.object.properties.map(\.schema)),
            zip(left.allOf, right.allOf),
            zip([left.array.items].compactMap { $0 }, [right.array.items].compactMap { $0 }),
        ]
        return pairs.joined().allSatisfy { isSame($0, $1, remaining: remaining - 1) }
    }
}

extension Payload {
    /// Whether one call can read both, by what comes.
    fileprivate func isReadLike(_ other: Payload) -> Bool {
        guard type == other.type else { return false }
        if coding.isStreamed || other.coding.isStreamed {
            return coding == other.coding && terminator == other.terminator
        }
        return true
    }

    /// Takes the content types of another payload. A plain string is read as text, which knows a JSON string when one comes.
    fileprivate mutating func join(_ other: Payload) {
        var (better, worse) = (self, other)
        if other.preference < preference { swap(&better, &worse) }
        let isText = type == .scalar(.string) && (coding == .text || other.coding == .text)
        let types = [better.contentType] + better.otherTypes + [worse.contentType] + worse.otherTypes
        var joined = better
        joined.xml = better.xml ?? worse.xml
        if isText, joined.xml == nil { joined.coding = .text }
        joined.otherTypes = types.dropFirst().map { type in
            let isLess = better.coding == .json && ContentTypes.rule(for: type).coding == .xml
            return isLess && !type.contains("q=") ? type + ";q=0.9" : type
        }
        self = joined
    }

    private var preference: Int {
        switch ContentTypes.rule(for: contentType).coding {
        case .json: ContentTypes.rank(of: contentType, as: .json) ?? 1
        case .xml: 20
        case .text: 30
        default: 40
        }
    }
}

/// Content types that are left out. A document that offers one everywhere does so for one reason, which is told once.
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
        let others = count > 1 ? ", here and in \(count - 1) more \(count == 2 ? "body" : "bodies")" : ""
        return Diagnostic(
            id: "narrowed-response", severity: .note,
            message: "\"\(media.contentType)\" carries the same type as \"\(contentType)\"\(others)",
            mark: media.mark, pointer: media.schema?.id.pointer,
            hint: "\"\(contentType)\" is used; nothing here reads or writes the other")
    }
}
