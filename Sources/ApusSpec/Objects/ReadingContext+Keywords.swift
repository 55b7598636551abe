import ApusSource

extension ReadingContext {
    /// - Parameter read: Members that were read although they are not defined here.
    func reportUnknownKeywords(in location: NodeLocation, of kind: ObjectKind, excluding read: Set<String> = []) {
        guard let mapping = location.node.mapping else { return }
        let known = kind.keywords(isSwagger: location.dialect.version == .swagger2)
        for entry in mapping.entries
        where !read.contains(entry.key) && !known.contains(entry.key) && !entry.key.hasPrefix("x-")
            && entry.key != "$ref"
        {
            report(
                .unknownKeyword(
                    Member(entry: entry, owner: location), of: kind.name,
                    nearest: findNearest(to: entry.key, among: known)
                ))
        }
    }
}
