import ApusRuntime
import ApusXML

/// A model as the generator prints it.
struct RuntimeItem: APIObject, APIConstrained, XMLModel {
    static var constraints: StaticString { #"{"properties":{"name":{"maxLength":5,"pattern":"^(a+)+$"}}}"# }

    var name: String
    var tint: RuntimeTint?
    var items: [RuntimeItem]?
    var unknownMembers: UnknownMembers

    init(from object: inout ObjectReader) {
        name = object.required("name")
        tint = object.optional("tint")
        items = object.optional("items")
        unknownMembers = object.unknownMembers()
    }

    func write(to object: inout ObjectWriter) {
        object.write("name", name)
        object.write("tint", tint)
        object.write("items", items)
        object.write(unknownMembers)
    }

    static func describe(_ xml: inout XMLLayout) {
        xml.required("name", .element("name"), .text)
        xml.optional("tint", .attribute("tint"), .text)
        xml.optional("items", .none, .list(.element("item"), .model(RuntimeItem.self)))
    }
}

enum RuntimeTint: APIEnum {
    case red
    case unknown(String)

    init(rawValue: String) {
        switch ByteText(rawValue) {
        case "red": self = .red
        default: self = .unknown(rawValue)
        }
    }

    var rawValue: String {
        switch self {
        case .red: "red"
        case .unknown(let value): value
        }
    }

    static var allCases: [RuntimeTint] { [.red] }
}

/// A union with a discriminator.
enum RuntimeChoice: UnionCoding {
    case item(RuntimeItem)
    case unknown(JSONValue)

    init(from value: inout ValueReader) {
        self = value.choose(by: "kind") { name, value in
            switch name {
            case "item", "Item": .item(value.read())
            default: .unknown(value.read())
            }
        }
    }

    func write(to value: inout ValueWriter) {
        switch self {
        case .item(let item): item.write(to: &value)
        case .unknown(let tree): tree.write(to: &value)
        }
    }
}

/// A client without a network.
struct RuntimeClient: APIClient {
    let core: ClientCore

    init(
        middleware: [any APIMiddleware] = [], jar: CookieJar? = nil,
        _ answer: @escaping @Sendable (_ request: HTTPRequest) async throws -> InMemoryTransport.Answer
    ) {
        let transport = InMemoryTransport { request, _ in try await answer(request) }
        let used: any HTTPTransport = jar.map { transport.keepingCookies(in: $0) } ?? transport
        core = ClientCore(server: "https://api.test", transport: used, client: "Growth/1.0.0", middleware: middleware)
    }

    struct Fetch: PagedOperation {
        typealias Failure = UndocumentedFailure

        static let descriptor = OperationDescriptor(id: "fetch", method: .get, path: "/items")
        static let paging = PagingRule(.link)

        func encode(into request: inout RequestWriter) {}
        static func decode(_ response: inout ResponseReader) -> JSONValue { response.json() }
        static func items(of page: JSONValue) -> [JSONValue] { page.array ?? [] }
    }
}
