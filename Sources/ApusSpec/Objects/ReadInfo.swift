import ApusSource

extension ReadingContext {
    func readInfo(in root: Place) -> Info {
        guard let place = object("info", in: root) else {
            report(.missingInfo(root))
            return Info(title: "API", version: "")
        }
        reportUnknownKeywords(in: place, of: .info)
        var info = Info(title: text("title", in: place) ?? "API", version: text("version", in: place) ?? "")
        if place.member("version") == nil {
            report(
                .missingMember(
                    "version", of: "`info`", in: place, hint: "the version of the API is left out of what is generated")
            )
        }
        info.summary = text("summary", in: place)
        info.documentation = text("description", in: place)
        info.termsOfService = text("termsOfService", in: place)
        if let contact = object("contact", in: place) {
            reportUnknownKeywords(in: contact, of: .contact)
            info.contactName = text("name", in: contact)
            info.contactEmail = text("email", in: contact)
            info.contactURL = text("url", in: contact)
        }
        if let license = object("license", in: place) {
            reportUnknownKeywords(in: license, of: .license)
            info.licenseName = text("name", in: license) ?? text("identifier", in: license)
            info.licenseURL = text("url", in: license)
        }
        return info
    }

    func readTag(_ item: Place) -> Tag? {
        guard let place = followMisplaced(item), expectObject(place, name: "tags") else { return nil }
        reportUnknownKeywords(in: place, of: .tag)
        guard let name = text("name", in: place) else {
            report(.missingMember("name", of: "a tag", in: place, hint: "Apus ignores the tag"))
            return nil
        }
        var tag = Tag(name: name)
        tag.summary = text("summary", in: place)
        tag.documentation = text("description", in: place)
        tag.parent = text("parent", in: place)
        tag.externalDocs = place.member("externalDocs").flatMap { readExternalDocs($0.place) }
        return tag
    }
}

extension Diagnostic {
    fileprivate static func missingInfo(_ root: Place) -> Diagnostic {
        Diagnostic(
            id: "missing-info", severity: .warning, message: "the document has no `info`", mark: root.mark, pointer: "",
            hint: "Apus reads it as {title: API}; add `info` with `title` and `version`")
    }
}
