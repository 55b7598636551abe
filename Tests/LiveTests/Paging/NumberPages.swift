import ApusRuntime
import TestServers

/// A list of numbers in pages, one type for each rule, in the form of generated operations.
struct ListNumbers<Rule: NumberRule>: PagedOperation {
    var start: Int?

    init(start: Int? = nil) {
        self.start = start
    }

    static var descriptor: OperationDescriptor {
        OperationDescriptor(id: "listNumbers", method: Rule.method, path: "/\(Rule.self)", security: [["key": []]])
    }

    func encode(into request: inout RequestWriter) {
        request.query("page", start)
        request.query("keep", "a b")
        request.header("X-Own", "mine")
        if Rule.method == .post { request.json(["filter": "all"] as JSONValue) }
    }

    static func decode(_ response: inout ResponseReader) -> JSONValue { response.json() }
    typealias Failure = UndocumentedFailure

    static var paging: PagingRule { Rule.rule }
    static func items(of page: JSONValue) -> [JSONValue] { page["items"]?.array ?? [] }
}

protocol NumberRule: Sendable {
    static var rule: PagingRule { get }
    static var method: HTTPRequest.Method { get }
}

extension NumberRule {
    static var method: HTTPRequest.Method { .get }
}

enum ByPage: NumberRule {
    static let rule = PagingRule(.pageNumber(.query("page")))
}

enum ByPageCount: NumberRule {
    static let rule = PagingRule(.pageNumber(.query("page")), pages: "/pages")
}

enum ByOffset: NumberRule {
    static let rule = PagingRule(.offset(.query("offset")), total: "/total")
}

enum ByFlag: NumberRule {
    static let rule = PagingRule(.offset(.query("offset")), more: "/more")
}

enum ByCursor: NumberRule {
    static let rule = PagingRule(.cursor(.query("after"), at: "/next"))
}

enum ByLastItem: NumberRule {
    static let rule = PagingRule(.lastItem(.query("after"), items: "/items", at: ""))
}

enum ByNextURL: NumberRule {
    static let rule = PagingRule(.nextURL(at: "/links/next"))
}

enum ByLink: NumberRule {
    static let rule = PagingRule(.link)
}

enum ByBodyCursor: NumberRule {
    static let rule = PagingRule(.cursor(.body("/paging/after"), at: "/next"))
    static let method = HTTPRequest.Method.post
}

/// The client of the numbers.
struct NumbersClient: APIClient {
    let core: ClientCore

    init(server: String, transport: any HTTPTransport) {
        core = ClientCore(
            server: ServerURL(server), transport: transport,
            credentials: APICredentials(scheme: "key", token: "s3cret"),
            securitySchemes: ["key": .http(scheme: "bearer")], client: "Numbers/1",
            middleware: [.retries(.never)])
    }
}
