import ApusModel
import ApusSchemas
import ApusSource
import ApusSpec

/// `encoding`: the encoding of form and multipart members.
extension Lowerer {
    /// Only encodings that differ from the default.
    func lowerParts(of media: MediaType, coding: Payload.Coding, at site: Site) -> [PartDecl] {
        guard coding == .form || coding == .multipart else { return [] }
        let flat = media.schema.map { schemas.flatten($0) }
        let members = media.encodings.isEmpty ? [:] : Self.indexMembers(of: flat)
        let named = media.encodings.compactMap { encoding in
            let property = members[SourceKey(encoding.property)]
            if property == nil, let flat, !flat.object.properties.isEmpty {
                log.report(.unusedEncoding(encoding, media))
            }
            return lowerPart(
                encoding, key: encoding.property, schema: property?.schema, xml: property?.schema, coding: coding,
                at: site)
        }
        let placed = media.prefixEncodings.enumerated().compactMap { index, encoding in
            let item = flat.flatMap { index < $0.array.prefixItems.count ? $0.array.prefixItems[index] : nil }
            return lowerPart(encoding, key: String(index), schema: nil, xml: item, coding: coding, at: site)
        }
        let others = media.itemEncoding.flatMap {
            lowerPart($0, key: "*", schema: nil, xml: media.itemSchema ?? flat?.array.items, coding: coding, at: site)
        }
        return named + placed + (others.map { [$0] } ?? [])
    }

    private static func indexMembers(of schema: FlatSchema?) -> [SourceKey: ObjectKeywords.Property] {
        let pairs = schema?.object.properties.map { (SourceKey($0.name), $0) } ?? []
        return Dictionary(pairs) { first, _ in first }
    }

    private func lowerPart(
        _ encoding: Encoding, key: String, schema: Schema?, xml: Schema?, coding: Payload.Coding, at site: Site
    ) -> PartDecl? {
        var part = PartDecl(key: key)
        let type = schema.flatMap { schemas.flatten($0).inferredType }
        if encoding.style != nil || encoding.explode != nil || encoding.allowsReserved {
            let style = encoding.style ?? .form
            part.style = style.rawValue
            part.explode = encoding.explode ?? (style == .form)
            part.allowsReserved = encoding.allowsReserved && coding == .form
        } else if let contentType = encoding.contentType {
            let isJSON = ContentTypes.rule(for: contentType).coding == .json && !contentType.contains("*")
            if isJSON, type == .array, !encoding.goesByItem {
                part.style = "json"
            } else if let xml, ContentTypes.rule(for: contentType).coding == .xml, !contentType.contains(",") {
                part.contentType = contentType
                part.xml = lowerXMLList(xml, of: encoding, named: key, at: site)
                part.explode = part.xml == nil
                if part.explode { part.xml = lowerXMLPart(xml, named: key, at: site) }
            } else if isJSON ? type != .object || contentType != "application/json" : coding == .multipart {
                part.contentType = contentType
            }
        }
        if coding == .multipart { part.headers = encoding.headers.compactMap(lowerConstantHeader) }
        return part == PartDecl(key: key) ? nil : part
    }

    /// The element of a whole array in its XML part; nil where each element is a separate part: as since OpenAPI 3.2,
    /// without a wrapper, and for other types than arrays.
    private func lowerXMLList(
        _ schema: Schema, of encoding: Encoding, named name: String, at site: Site
    ) -> PartDecl.XML? {
        guard !encoding.goesByItem, schemas.flatten(schema).inferredType == .array,
            xml.node(of: schema, named: name)?.kind == .element
        else { return nil }
        var node = xml.root(of: schema)
        if node.name.isEmpty { node.name = name }
        return PartDecl.XML(node: node, type: lower(schema, at: site.property(name)))
    }

    /// The element of a member, or of each element of an array, in its XML part; nil for plain text.
    private func lowerXMLPart(_ schema: Schema, named name: String, at site: Site) -> PartDecl.XML? {
        let flat = schemas.flatten(schema)
        let one = flat.inferredType == .array ? flat.array.items ?? schema : schema
        guard !xml.isPlainText(one), !describesBytes(one),
            var node = xml.node(of: one, named: name == "*" ? "item" : name)
        else {
            return nil
        }
        if node.kind == .none, !xml.isChoice(schemas.flatten(one)) { node.kind = .element }
        let type = lower(one, at: one.id == schema.id ? site.property(name) : site.property(name).items)
        return PartDecl.XML(node: node, type: type)
    }

    /// A header with a single possible value needs no argument.
    private func lowerConstantHeader(_ header: Header) -> PartDecl.Header? {
        guard header.isRequired, let schema = header.schema.map({ document.resolve($0) }) else { return nil }
        let value = schema.const ?? (schema.enumeration?.count == 1 ? schema.enumeration?.first : nil)
        return value.flatMap { node in
            (node.string ?? node.integer.map(String.init)).map { PartDecl.Header(name: header.name, value: $0) }
        }
    }

    /// Headers of parts that the caller supplies are parameters of the operation.
    func lowerPartHeaders(of body: RequestBody, at site: Site) -> [ParameterDecl] {
        body.content.filter { ContentTypes.rule(for: $0.contentType).coding == .multipart }.flatMap { media in
            let placed = media.prefixEncodings.enumerated().map { (String($0), $1) }
            let others = media.itemEncoding.map { [("*", $0)] } ?? []
            return (media.encodings.map { ($0.property, $0) } + placed + others).flatMap { key, encoding in
                let headers = encoding.headers.filter { !isImplied($0) }
                let names = HeaderNames.shorten(headers.map(\.name), reserved: [])
                return zip(headers, names).map { lowerPartHeader($0, named: $1, of: key, at: site) }
            }
        }
    }

    private func isImplied(_ header: Header) -> Bool {
        ["content-type", "content-disposition"].contains(header.name.lowercased()) || lowerConstantHeader(header) != nil
    }

    private func lowerPartHeader(
        _ header: Header, named headerName: String, of part: String, at owner: Site
    ) -> ParameterDecl {
        let schema = header.content?.schema ?? header.schema
        let (prefix, name) = (part == "*" ? "item" : part, "\(part == "*" ? "item" : part)_\(headerName)")
        var site = owner.member("\(prefix)_\(header.name)", of: "&part")
        site.name = name
        let type = schema.map { lower($0, at: site) } ?? .scalar(.string)
        var decl = ParameterDecl(
            name: name, key: header.name, location: .part, type: type, isRequired: header.isRequired,
            style: header.content.map { findStyle(of: $0, else: .simple, pointer: $0.pointer) } ?? "simple",
            explode: header.explode)
        decl.part = part
        decl.doc = Lowerer.makeDoc(summary: nil, documentation: header.documentation)
        return decl
    }
}

extension Diagnostic {
    static func unusedEncoding(_ encoding: Encoding, _ media: MediaType) -> Diagnostic {
        Diagnostic(
            id: "unused-encoding", severity: .warning,
            message: "the body has no member \"\(encoding.property)\" to encode", mark: media.mark,
            pointer: media.pointer + "/encoding",
            hint: "the encoding has no effect; is the member's name spelled as in the schema?")
    }
}
