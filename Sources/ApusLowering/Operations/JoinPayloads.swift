import ApusModel
import ApusSchemas
import ApusSource
import ApusSpec

/// Joins several content types with one Swift type.
extension Lowerer {
    /// One payload for each type: the client accepts all of its content types, JSON first, and decodes a response by
    /// its own content type. XML ranks below JSON, which represents the same value less ambiguously.
    func joinReceived(_ payloads: [Payload]) -> [Payload] {
        var groups: [JoinedPayload] = []
        var indices: [JoinedPayload.Key: Int] = [:]
        for payload in payloads {
            let key = JoinedPayload.Key(payload)
            if let index = indices[key] {
                groups[index].join(payload)
            } else {
                indices[key] = groups.count
                groups.append(JoinedPayload(payload))
            }
        }
        var joined = groups.map(\.result)
        let first = joined.firstIndex(where: \.coding.mayBeJSON) ?? joined.firstIndex { $0.coding == .xml }
        if let first { joined.insert(joined.remove(at: first), at: 0) }
        return joined
    }

    /// Removes equivalent names of a format. Where the remaining ones have one type, the default format comes first:
    /// JSON, or multipart for a type with files.
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
        // A range adds nothing to one type in several formats.
        if Set(kept.map(\.coding)).count > 1, !kept.allSatisfy(\.isRange) { kept.removeAll(where: \.isRange) }
        let hasFiles = content.contains { media in
            ContentTypes.rule(for: media.contentType).coding == .multipart && media.schema.map(holdsFiles) == true
        }
        let order: [Payload.Coding] = hasFiles ? [.multipart, .json] : [.json]
        for coding in order {
            guard let index = kept.firstIndex(where: { $0.coding == coding }) else { continue }
            kept.insert(kept.remove(at: index), at: 0)
            break
        }
        return kept
    }

    private func holdsFiles(_ schema: Schema) -> Bool {
        let flat = schemas.flatten(schema)
        return flat.object.properties.contains { property in
            let member = document.resolve(property.schema)
            return [property.schema, member, member.array.items].contains {
                $0.map { fileParts.contains($0.id) } == true
            }
        }
    }
}

// Handles keys without a readable or writable format.
extension Lowerer {
    /// Removes keys that are not media types, such as an example's name; a single key, or one with its own schema, is
    /// treated as one.
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

    /// Removes formats without a coder that only repeat another format's content: YAML, Protocol Buffers, CSV.
    func findCodable(_ content: [MediaType], isReceived: Bool) -> [MediaType] {
        guard content.count > 1 else { return content }
        let codable = content.filter { Lowerer.isCodable($0.contentType, isReceived: isReceived) }
            .map { (rank: Lowerer.rank(of: $0), media: $0) }.sorted { $0.rank < $1.rank }.map(\.media)
        let others = SameSchemas(codable, document)
        return content.filter { media in
            guard [.text, .stream].contains(ContentTypes.rule(for: media.contentType).coding),
                !Lowerer.isCodable(media.contentType, isReceived: isReceived),
                !ContentTypes.isOpaque(media.contentType), let schema = media.schema, isStructured(schema),
                let other = others.find(schema)
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
}

/// Omitted content types. A document that declares one everywhere has a single reason, so it is reported once.
struct Narrowings {
    private struct Pair: Hashable {
        var contentType: String
        var preferred: String
    }

    private var marks: [Pair: Set<SourceMark>] = [:]
    private var found: [(pair: Pair, first: MediaType)] = []

    mutating func note(_ media: MediaType, to preferred: String) {
        let pair = Pair(contentType: media.contentType, preferred: preferred)
        if marks[pair] == nil { found.append((pair, media)) }
        marks[pair, default: []].insert(media.mark)
    }

    var diagnostics: [Diagnostic] {
        found.map { .narrowedResponse($0.first, to: $0.pair.preferred, count: marks[$0.pair]?.count ?? 1) }
    }
}

extension Diagnostic {
    fileprivate static func narrowedResponse(_ media: MediaType, to contentType: String, count: Int) -> Diagnostic {
        let others = count > 1 ? ", here and in \(count - 1) more \(count == 2 ? "body" : "bodies")" : ""
        return Diagnostic(
            id: "narrowed-response", severity: .note,
            message: "\"\(media.contentType)\" has the same type as \"\(contentType)\"\(others)",
            mark: media.mark, pointer: media.schema?.id.pointer,
            hint: "\"\(contentType)\" is used; Apus neither reads nor writes the other")
    }
}
