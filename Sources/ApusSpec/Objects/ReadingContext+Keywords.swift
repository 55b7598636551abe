import ApusSource

extension ReadingContext {
    func reportUnknownKeywords(in place: Place, of kind: ObjectKind) {
        guard let mapping = place.node.mapping else { return }
        let known = kind.keywords(isSwagger: place.dialect.version == .swagger2)
        for entry in mapping.entries
        where !known.contains(entry.key) && !entry.key.hasPrefix("x-") && entry.key != "$ref" {
            report(.unknownKeyword(Member(entry: entry, owner: place), of: kind.name))
        }
    }
}
