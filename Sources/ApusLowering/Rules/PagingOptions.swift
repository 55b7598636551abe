public import ApusModel

/// A pagination rule of `apus.yaml` or `x-apus-pagination`.
public struct PagingOptions: Equatable, Sendable {
    public var style: PagingDecl.Style?
    public var parameter: String?
    public var first: Int?
    public var items: String?
    public var cursor: String?
    public var total: String?
    public var pages: String?
    public var more: String?

    public init() {}

    /// Its own members, completed by those of `other`.
    func filled(from other: PagingOptions?) -> PagingOptions {
        guard let other else { return self }
        var both = self
        both.style = style ?? other.style
        both.parameter = parameter ?? other.parameter
        both.first = first ?? other.first
        both.items = items ?? other.items
        both.cursor = cursor ?? other.cursor
        both.total = total ?? other.total
        both.pages = pages ?? other.pages
        both.more = more ?? other.more
        return both
    }

    public static let keys = [
        RuleKey<PagingOptions>("style", "The style of paging.") {
            .choice(PagingDecl.Style.allCases.map(\.rawValue)) { $0.style = .init(rawValue: $1) }
        },
        RuleKey("parameter", "The query parameter that names the page; with a leading /, a pointer into the body.") {
            .text { $0.parameter = $1 }
        },
        RuleKey("first", "The number of the first page. Default: 1.") { .count(0...1_000_000) { $0.first = $1 } },
        RuleKey("items", "JSON pointer to the list in a response. Default: the whole response.") {
            .text { $0.items = $1 }
        },
        RuleKey("cursor", "JSON pointer to the next cursor or address; for lastItem, into the last item.") {
            .text { $0.cursor = $1 }
        },
        RuleKey("total", "JSON pointer to the number of items on all pages.") { .text { $0.total = $1 } },
        RuleKey("pages", "JSON pointer to the number of pages.") { .text { $0.pages = $1 } },
        RuleKey("more", "JSON pointer to a flag that is false on the last page.") { .text { $0.more = $1 } },
    ]
}
