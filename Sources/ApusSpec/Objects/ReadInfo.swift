import ApusSource

extension ReadingContext {
    func readInfo(in root: NodeLocation) -> Info {
        guard let location = object("info", in: root) else {
            report(.missingInfo(root))
            return Info(title: "API", version: "")
        }
        reportUnknownKeywords(in: location, of: .info)
        var info = Info(title: text("title", in: location) ?? "API", version: text("version", in: location) ?? "")
        if location.member("version") == nil {
            report(
                .missingMember(
                    "version", of: "`info`", in: location,
                    hint: "the version of the API is left out of what is generated")
            )
        }
        info.summary = text("summary", in: location)
        info.documentation = text("description", in: location)
        info.termsOfService = text("termsOfService", in: location)
        if let contact = object("contact", in: location) {
            reportUnknownKeywords(in: contact, of: .contact)
            info.contactName = text("name", in: contact)
            info.contactEmail = text("email", in: contact)
            info.contactURL = text("url", in: contact)
        }
        if let license = object("license", in: location) {
            reportUnknownKeywords(in: license, of: .license)
            info.licenseName = text("name", in: license) ?? text("identifier", in: license)
            info.licenseURL = text("url", in: license)
        }
        return info
    }

    func readTag(_ item: NodeLocation) -> Tag? {
        guard let location = followMisplaced(item), expectObject(location, name: "tags") else { return nil }
        reportUnknownKeywords(in: location, of: .tag)
        guard let name = text("name", in: location) else {
            report(.missingMember("name", of: "a tag", in: location, hint: "Apus ignores the tag"))
            return nil
        }
        var tag = Tag(name: name)
        tag.summary = text("summary", in: location)
        tag.documentation = text("description", in: location)
        tag.parent = text("parent", in: location)
        tag.externalDocs = location.member("externalDocs").flatMap { readExternalDocs($0.location) }
        return tag
    }
}

extension Diagnostic {
    fileprivate static func missingInfo(_ root: NodeLocation) -> Diagnostic {
        Diagnostic(
            id: "missing-info", severity: .warning, message: "the document has no `info`", mark: root.mark, pointer: "",
            hint: "Apus reads it as {title: API}; add `info` with `title` and `version`")
    }
}
