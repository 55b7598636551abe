internal import HTTPTypes

/// The information of a page about the next one.
struct PageInfo {
    let rule: PagingRule
    /// The requested page number or offset.
    let number: Int
    let itemCount: Int
    /// The number of items on all pages up to this one, if the first one is known to be among them.
    let itemsSoFar: Int?
    let headers: HTTPFields
    private let body: JSONLookup?

    init(
        rule: PagingRule, number: Int, itemCount: Int, itemsSoFar: Int?, headers: HTTPFields, bytes: [UInt8]
    ) {
        self.rule = rule
        self.number = number
        self.itemCount = itemCount
        self.itemsSoFar = itemsSoFar
        self.headers = headers
        body = rule.readsBody ? JSONLookup(bytes) : nil
    }

    var total: Int? { rule.total.flatMap { number(at: $0) } }

    /// The next position; nil: there is none.
    var next: Result<PagePosition?, PagingProblem> {
        if rule.more.flatMap({ body?.value(at: $0)?.bool }) == false { return .success(nil) }
        switch rule.style {
        case .pageNumber:
            return .success(isLastNumber ? nil : following(1))
        case .offset:
            return .success(isLastOffset ? nil : following(itemCount))
        case .cursor(_, let pointer), .nextURL(let pointer):
            return .success(PagePosition(body?.value(at: pointer)))
        case .lastItem(_, let items, let member):
            if itemCount == 0 || isComplete { return .success(nil) }
            let found = PagePosition(body?.lastElement(of: items, at: member))
            return found.map { .success($0) } ?? .failure(.missingPosition(pointer: member))
        case .link:
            return .success(LinkHeader.next(in: headers).flatMap { PagePosition(.string($0)) })
        }
    }

    private var isLastNumber: Bool {
        if itemCount == 0 || isComplete { return true }
        guard let pages = rule.pages.flatMap({ number(at: $0) }) else { return false }
        let (passed, overflows) = number.subtractingReportingOverflow(rule.first - 1)
        return overflows || passed >= pages
    }

    private var isLastOffset: Bool {
        if itemCount == 0 || isComplete { return true }
        guard let total else { return false }
        let (rest, overflows) = total.subtractingReportingOverflow(itemCount)
        return overflows || number >= rest
    }

    /// Whether all items have been received.
    private var isComplete: Bool {
        guard let total, let itemsSoFar else { return false }
        return itemsSoFar >= total
    }

    private func following(_ step: Int) -> PagePosition? {
        let (sum, overflows) = number.addingReportingOverflow(step)
        return overflows ? nil : PagePosition(sum)
    }

    /// A whole number, or the text of one.
    private func number(at pointer: String) -> Int? {
        let value = body?.value(at: pointer)
        return value?.int ?? value?.string.flatMap { Int($0) }
    }
}

extension PagingRule {
    /// The number of the first page.
    var first: Int {
        if case .pageNumber(_, let first) = style { first } else { 0 }
    }

    /// Whether the client counts positions, rather than the server naming them.
    var isNumbered: Bool {
        switch style {
        case .pageNumber, .offset: true
        case .cursor, .lastItem, .nextURL, .link: false
        }
    }

    fileprivate var readsBody: Bool {
        switch style {
        case .pageNumber, .offset, .link: total != nil || pages != nil || more != nil
        case .cursor, .lastItem, .nextURL: true
        }
    }
}
