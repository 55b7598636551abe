/// The reason why there is no next page although the server has not reported the end.
public enum PagingProblem: APIProblem, Hashable {
    /// The page names a next position that was fetched already: iteration would never end.
    case repeatedPosition(PagePosition)
    /// The server returned the same page again: it ignores the parameter that selects the next one.
    case repeatedPage(PagePosition)
    /// The last item has no string or number at the pointer to the next position.
    case missingPosition(pointer: String)
}

extension PagingProblem {
    public var description: String { ShownText.escape(text) }

    private var text: String {
        switch self {
        case .repeatedPosition(let position):
            "the page leads back to \(Self.shown(position)), which was fetched already"
        case .repeatedPage(let position): "the page at \(Self.shown(position)) is the same as the one before it"
        case .missingPosition(let pointer): "the page's last item has nothing at \(pointer) to go on from"
        }
    }

    /// A cursor may contain a secret of its server: only its beginning is shown.
    private static func shown(_ position: PagePosition) -> String {
        let text = position.description
        return text.utf8.count <= 16 ? ShownText.escape(text) : ShownText.short(text, most: 12)
    }
}
