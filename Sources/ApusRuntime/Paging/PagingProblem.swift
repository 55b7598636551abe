/// Why there is no next page although the server has not named the end.
public enum PagingProblem: Error, Sendable, Hashable {
    /// The page names a next one that was fetched already: going on would never end.
    case repeatedPosition(PagePosition)
    /// The server gave the same page again: it does not honour the parameter that asks for the next one.
    case repeatedPage(PagePosition)
    /// The last item has no string or number at the pointer that says where the next page begins.
    case missingPosition(pointer: String)
}

extension PagingProblem: CustomStringConvertible {
    public var description: String { ShownText.escape(text) }

    private var text: String {
        switch self {
        case .repeatedPosition(let position):
            "the page leads back to \(Self.shown(position)), which was fetched already"
        case .repeatedPage(let position): "the page at \(Self.shown(position)) is the same as the one before it"
        case .missingPosition(let pointer): "the page's last item has nothing at \(pointer) to go on from"
        }
    }

    /// A cursor may hold what its server takes for a secret: only its head is shown.
    private static func shown(_ position: PagePosition) -> String {
        let text = position.description
        return text.utf8.count <= 16 ? ShownText.escape(text) : ShownText.short(text, most: 12)
    }
}
