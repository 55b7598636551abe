import ApusModel

/// The content types of one body, sent or received: a case for each.
struct PayloadEnumContext: TemplateContext {
    static let template = "payload_enum"
    static let tags =
        ["doc", "name", "cases", "others", "first", "isReceived", "contentTypes", "declaration"]
        + CaseContext.tags.flatMap { tag in ["cases.", "others.", "first."].map { $0 + tag } }

    struct CaseContext: TemplateValue {
        static let tags = ["doc", "name", "type", "index", "read"]

        var doc: [String]
        var name: String
        var type: String
        var index: Int
        var read: String

        func child(named name: String) -> (any TemplateValue)? {
            switch name {
            case "doc": doc
            case "name": self.name
            case "type": type
            case "index": String(index)
            case "read": read
            default: nil
            }
        }
    }

    private let doc: [String]
    private let name: String
    private let cases: [CaseContext]
    private let isReceived: Bool
    private let contentTypes: String
    /// A constant for the content types, where a line does not hold them.
    private let declaration: [String]

    /// A body to send.
    init(_ body: BodyDecl, in scope: Scope, _ printer: Printer) {
        self.init(body.typeName, body.alternatives, isReceived: false, in: scope, printer)
    }

    /// A body of a response.
    init(_ response: ResponseCase, in scope: Scope, _ printer: Printer) {
        self.init(response.payloadTypeName ?? "ResponseBody", response.payloads, isReceived: true, in: scope, printer)
    }

    private init(_ name: String, _ payloads: [Payload], isReceived: Bool, in scope: Scope, _ printer: Printer) {
        let inner = scope.inside(name)
        doc = [
            isReceived
                ? "/// A body in one of several content types." : "/// The body, in one of several content types."
        ]
        self.name = name
        self.isReceived = isReceived
        cases = payloads.enumerated().map { index, payload in
            let words = PayloadWords(payload, in: inner, printer)
            return CaseContext(
                doc: DocText.comment([DocText.code(payload.contentType)], depth: inner.depth), name: payload.caseName,
                type: isReceived ? words.type : words.sentType, index: index, read: words.read)
        }
        let list = SwiftText.list(payloads.map(\.contentType))
        let isShort = scope.layout.fits("switch response.contentType(among: " + list + ") {", depth: 2)
        contentTypes = isShort ? list : "contentTypes"
        declaration =
            isShort
            ? []
            : [
                scope.layout.array(
                    "private static let contentTypes: [" + printer.vocabulary["String"] + "] = ",
                    payloads.map { SwiftText.literal($0.contentType) }, depth: 1)
            ]
    }

    func child(named name: String) -> (any TemplateValue)? {
        switch name {
        case "doc": doc
        case "name": self.name
        case "cases": Array(cases)
        case "others": Array(cases.dropFirst())
        case "first": Array(cases.prefix(1))
        case "isReceived": isReceived
        case "contentTypes": contentTypes
        case "declaration": isReceived ? declaration : []
        default: nil
        }
    }
}
