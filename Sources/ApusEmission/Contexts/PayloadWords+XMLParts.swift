import ApusModel

// Parts of multipart bodies that are XML: their models say themselves how they are written and read.
extension PayloadWords {
    /// `response.multipart(parts: ["profile": .xml(.element("profile"), .model(Profile.self))])`
    var readMultipart: String {
        let parts = payload.parts.compactMap { part in words(part).map { entry(part, $0.words) } }
        let list = parts.isEmpty ? [] : [Layout(offset: 0).array("parts: ", parts, depth: 3)]
        return Layout(offset: 0).call("response.multipart", list, depth: 2)
    }

    /// `"profile": .xml(body.profile, .element("profile"), .model(Profile.self))`; nil where the part is no XML.
    func xmlPart(_ part: PartDecl, of value: String) -> String? {
        guard let (path, words) = words(part) else { return nil }
        let value = path.isEmpty && value.hasSuffix("?") ? String(value.dropLast()) : value + path
        var arguments = [(part.goesByItem ? "each: " : "") + value] + words
        if let type = part.contentType, type != "application/xml" {
            arguments.append("contentType: " + SwiftText.literal(type))
        }
        if !part.headers.isEmpty { arguments.append(headers(of: part)) }
        return entry(part, arguments)
    }

    private func entry(_ part: PartDecl, _ arguments: [String]) -> String {
        Layout(offset: 0).call(SwiftText.literal(part.key) + ": .xml", arguments, reserve: 1, depth: 4)
    }

    private func words(_ part: PartDecl) -> (path: String, words: [String])? {
        guard let node = part.xml, let member = part.member(of: payload.type, in: printer.types) else { return nil }
        var type = member.type
        if part.goesByItem { type = element(of: type) }
        printer.noteXML(.calls)
        return (member.path, xml.arguments(type, node))
    }

    private func element(of type: TypeRef) -> TypeRef {
        switch type {
        case .array(let element): element
        case .optional(let wrapped), .tristate(let wrapped), .indirect(let wrapped): element(of: wrapped)
        case .named(let id):
            if case .alias(let decl) = printer.types[id] { element(of: decl.target) } else { type }
        default: type
        }
    }
}
