import ApusModel

/// The content types of one request or response body, with a case for each.
struct PayloadEnumContext: TemplateContext {
    static let template = "payload_enum"
    static let tags =
        ["doc", "name", "cases", "others", "first", "isReceived", "contentTypes", "declaration"]
        + CaseContext.tags.flatMap { tag in ["cases.", "others.", "first."].map { $0 + tag } }

    struct CaseContext: TemplateValue {
        static let tags = ["doc", "name", "associated", "index", "read"]

        var doc: [String]
        var name: String
        /// `(Pet)`; nothing for a case without a value.
        var associated: String
        /// The indexes of its content types: `1, 2`.
        var index: String
        var read: String

        func child(named name: String) -> (any TemplateValue)? {
            switch name {
            case "doc": doc
            case "name": self.name
            case "associated": associated
            case "index": index
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
    /// A constant for the content types, where they do not fit on a line.
    private let declaration: [String]

    /// A request body, or the choice of its content type.
    init(_ body: BodyDecl, in scope: Scope, _ printer: Printer) {
        let inner = scope.inside(body.typeName)
        let isUniform = body.isUniform
        doc = [isUniform ? "/// The content type of the body." : "/// The body, in one of several content types."]
        name = body.typeName
        isReceived = false
        (contentTypes, declaration) = ("", [])
        cases = body.alternatives.map { payload in
            let type = PayloadExpression(payload, in: inner, printer).sentType
            let range = payload.isRange ? ", contentType: " + printer.vocabulary["String"] : ""
            return CaseContext(
                doc: Self.doc(payload, depth: inner.depth), name: payload.caseName,
                associated: isUniform ? "" : "(" + type + range + ")", index: "", read: "")
        }
    }

    /// A body of a response.
    init(_ response: ResponseCase, in scope: Scope, _ printer: Printer) {
        name = response.payloadTypeName ?? "ResponseBody"
        let inner = scope.inside(name)
        doc = ["/// The body, in one of several content types."]
        isReceived = true
        var types: [String] = []
        var cases: [CaseContext] = []
        for payload in response.payloads {
            let words = PayloadExpression(payload, in: inner, printer)
            let own = [payload.contentType] + payload.otherTypes.map { String($0.prefix { $0 != ";" }) }
            let indices = own.indices.map { String($0 + types.count) }
            types += own
            cases.append(
                CaseContext(
                    doc: Self.doc(payload, depth: inner.depth), name: payload.caseName,
                    associated: "(" + words.type + ")", index: indices.joined(separator: ", "), read: words.read))
        }
        self.cases = cases
        let list = SwiftSource.list(types)
        let isShort = scope.layout.fits("switch response.contentType(among: " + list + ") {", depth: 2)
        contentTypes = isShort ? list : "contentTypes"
        let head = "private static let contentTypes: [" + printer.vocabulary["String"] + "] = "
        declaration = isShort ? [] : [scope.layout.array(head, types.map(SwiftSource.literal), depth: 1)]
    }

    /// `` `application/json`, `text/json` ``
    private static func doc(_ payload: Payload, depth: Int) -> [String] {
        let types = [payload.contentType] + payload.otherTypes.map { String($0.prefix { $0 != ";" }) }
        return DocText.comment([types.map(DocText.code).joined(separator: ", ")], depth: depth)
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
