import ApusCodec
import ApusContract
import ApusLowering
import ApusModel
import ApusRuntime
import ApusSource
import ApusSpec

/// The pages of a list: the operation's configured paging, otherwise the query parameters `page` and `offset`.
struct PageRule {
    private let style: PagingDecl.Style
    private let parameter: PagingDecl.Parameter?
    private let first: Int
    private let size: Parameter?
    private let paging: PagingDecl?

    /// The parameter of a link to a further page; nothing else reads it.
    static let linkParameter = "mock-offset"
    private static let standardSize = 10
    private static let largestSize = 100
    private static let sizeNames: [[String]] = [
        ["limit"], ["per", "page"], ["page", "size"], ["size"], ["count"], ["page", "limit"], ["max", "results"],
        ["items", "per", "page"], ["length"], ["results", "per", "page"], ["first"], ["top"], ["take"], ["max"],
    ]

    /// nil for a list without pages.
    init?(_ operation: Operation, _ paging: PagingDecl?) {
        let query = operation.parameters.filter { $0.location == .query }
        size =
            Self.sizeNames.lazy.compactMap { words in
                query.first { NameWords.split($0.name).suffix(words.count).elementsEqual(words) }
            }.first
        self.paging = paging
        if let paging {
            (style, parameter, first) = (paging.style, paging.parameter, paging.first)
        } else if let page = query.first(where: { [["page"], ["page", "number"]].contains(NameWords.split($0.name)) }) {
            (style, parameter, first) = (.pageNumber, .query(page.name), 1)
        } else if let skip = query.first(where: { [["offset"], ["skip"]].contains(NameWords.split($0.name)) }) {
            (style, parameter, first) = (.offset, .query(skip.name), 0)
        } else {
            return nil
        }
    }

    /// A page of a list.
    struct Page {
        let range: Range<Int>
        let count: Int
        let size: Int
        var isLast: Bool { range.upperBound >= count }
    }

    /// - Parameter find: The index of the item with an id in the list.
    /// - Throws: ``RuleFault`` for a value of the parameter that selects no page.
    func page(of request: MockRequest, count: Int, mock: MockDocument, find: (String) -> Int?) throws(RuleFault) -> Page
    {
        let query = RequestAddress(request.target).query
        let size = pageSize(query, mock)
        let value = pageValue(query, request)
        let start: Int
        switch style {
        case .pageNumber:
            guard let number = value.map({ Self.integer($0) }) ?? first else {
                throw RuleFault(reason: "is no page's number")
            }
            let (product, overflow) = max(0, number.subtractingReportingOverflow(first).partialValue)
                .multipliedReportingOverflow(by: size)
            start = overflow ? count : product
        case .offset:
            guard let offset = value.map({ Self.integer($0) }) ?? 0 else { throw RuleFault(reason: "is no offset") }
            start = max(0, offset)
        case .cursor:
            guard let offset = value.map({ Self.offset(in: $0) }) ?? 0 else {
                throw RuleFault(reason: "is no cursor of this server")
            }
            start = offset
        case .lastItem: start = value.map { find($0).map { $0 + 1 } ?? count } ?? 0
        case .nextURL, .link:
            let text = query.first { $0.name.utf8.elementsEqual(Self.linkParameter.utf8) }?.value
            start = max(0, text.flatMap { Int($0) } ?? 0)
        }
        let lower = min(start, count)
        return Page(range: lower..<min(count, lower + size), count: count, size: size)
    }

    struct RuleFault: Error {
        let reason: String
    }

    /// `the query parameter "page"`
    var part: String {
        switch parameter {
        case .query(let name): "the query parameter \"\(HeaderText.safe(name))\""
        case .body(let pointer): "the request body at \(HeaderText.safe(pointer))"
        case nil: "the request"
        }
    }

    /// `2` and `2.0`, which is an integer as well (JSON Schema 2020-12, section 4.2.3).
    /// Numbers that no list reaches become 2⁵³, so that they select a page behind the last.
    private static func integer(_ text: String) -> Int? {
        guard let number = Double(text), number.isFinite, number == number.rounded() else { return nil }
        return Int(min(max(number, -0x1p53), 0x1p53))
    }

    private func pageSize(_ query: [(name: String, value: String)], _ mock: MockDocument) -> Int {
        guard let size else { return Self.standardSize }
        let limits = size.schema.map { mock.document.resolve($0) }
        let given = query.first { SourceKey.areSame($0.name, size.name) }.flatMap { Self.integer($0.value) }
        let number = given ?? limits?.defaultValue?.integer ?? Self.standardSize
        return max(1, min(number, limits?.limits.maximum?.integer ?? Self.largestSize, 10 * Self.largestSize))
    }

    private func pageValue(_ query: [(name: String, value: String)], _ request: MockRequest) -> String? {
        switch parameter {
        case .query(let name):
            let value = query.first { SourceKey.areSame($0.name, name) }?.value
            return value?.isEmpty == true ? nil : value
        case .body(let pointer):
            if request.contentEssence == "application/x-www-form-urlencoded" {
                let name = JSONLookup.tokens(of: pointer).first ?? ""
                return FormPairs.read(request.body).first { SourceKey.areSame($0.name, name) }?.value
            }
            return (try? JSONValue(json: request.body))?.value(at: pointer)?.scalarText
        case nil: return nil
        }
    }

    /// `after-20` → 20; a number where the document has numbers.
    private static func offset(in cursor: String) -> Int? {
        let digits = cursor.utf8.reversed().prefix { (0x30...0x39).contains($0) }.reversed()
        return Int(String(decoding: Array(digits), as: UTF8.self))
    }
}

extension PageRule {
    /// The members of a page about paging: its next cursor, the totals. Each is set where the value remains valid by the schema.
    func complete(
        _ body: JSONValue, _ page: Page, link: String, set: (JSONValue, JSONValue?, String) -> JSONValue
    ) -> JSONValue {
        guard let paging else { return body }
        var body = body
        if let pointer = paging.cursor, style == .cursor || style == .nextURL {
            let text = style == .nextURL ? link : "after-\(page.range.upperBound)"
            let number: JSONValue = .number(JSONNumber(page.range.upperBound))
            if page.isLast {
                let empty = set(body, .null, pointer)
                body = empty.value(at: pointer)?.isNull == true ? empty : set(body, nil, pointer)
            } else {
                let isNumber = body.value(at: pointer)?.number != nil
                body = set(body, isNumber && style == .cursor ? number : .string(text), pointer)
            }
        }
        let pages = (page.count + page.size - 1) / page.size
        if let pointer = paging.total { body = set(body, .number(JSONNumber(page.count)), pointer) }
        if let pointer = paging.pages { body = set(body, .number(JSONNumber(pages)), pointer) }
        if let pointer = paging.more { body = set(body, .bool(!page.isLast), pointer) }
        return body
    }

    /// Whether a further page is a link in a header.
    var hasLinkHeader: Bool { style == .link }

    /// The item's member that selects the next page; nil for other styles.
    var lastItemMember: String? { style == .lastItem ? paging?.cursor : nil }

    var items: String? { paging?.items }
}
