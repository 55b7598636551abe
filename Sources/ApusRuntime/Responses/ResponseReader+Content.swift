extension ResponseReader {
    /// The index of the content type that fits the response's best, for operations with several; nil when none does.
    ///
    /// `application/json` fits `application/json; charset=utf-8`; `text/*` and `*/*` fit by range. A structured suffix
    /// (`application/problem+json`) fits its base when nothing fits better. Without `Content-Type` the first one fits.
    public func contentType(among candidates: [String]) -> Int? {
        probe?.contentTypes = candidates
        guard let contentType, let type = ContentType(contentType) else { return candidates.isEmpty ? nil : 0 }
        var best: (index: Int, score: Int)?
        for (index, candidate) in candidates.enumerated() {
            guard let range = ContentType(candidate) else { continue }
            let score = range.fit(of: type)
            if score > (best?.score ?? 0) { best = (index, score) }
        }
        return best?.index
    }
}
