import ApusModel

/// The documented headers of responses, with a property for each, which is parsed on access.
struct HeadersContext: TemplateContext {
    static let template = "headers"
    static let tags = ["doc", "name", "headers"] + HeaderContext.tags.map { "headers." + $0 }

    struct HeaderContext: TemplateValue {
        static let tags = ["doc", "availability", "name", "type", "read"]

        var doc: [String]
        var availability: [String]
        var name: String
        var type: String
        var read: String

        init(_ header: HeaderDecl, in scope: Scope, _ printer: Printer) {
            let type = printer.type(header.type, in: scope)
            doc = DocText.lines(header.doc, depth: scope.depth)
            availability = printer.availability(header.deprecation)
            name = header.name
            self.type = type.last == "?" ? type : type + "?"
            read = Self.call(header)
        }

        /// `list("X-Tags")`
        private static func call(_ header: HeaderDecl) -> String {
            let key = SwiftSource.literal(header.key)
            return switch header.form {
            case .text: "value(" + key + ")"
            case .list: "list(" + key + ")"
            case .spacedList: "list(" + key + ", style: .spaceDelimited)"
            case .tabbedList: "list(" + key + ", style: .tabDelimited)"
            case .pipedList: "list(" + key + ", style: .pipeDelimited)"
            case .object: "object(" + key + ")"
            case .explodedObject: "object(" + key + ", explode: true)"
            case .json: "json(" + key + ")"
            }
        }

        func child(named name: String) -> (any TemplateValue)? {
            switch name {
            case "doc": doc
            case "availability": availability
            case "name": self.name
            case "type": type
            case "read": read
            default: nil
            }
        }
    }

    private let doc: [String]
    private let name: String
    private let headers: [HeaderContext]

    init(_ decl: HeadersDecl, in scope: Scope, _ printer: Printer) {
        let summary = decl.doc.summary ?? "The documented headers of a response."
        doc = DocText.comment([summary], depth: scope.depth)
        let scope = scope.inside(decl.name)
        name = decl.name
        headers = decl.headers.map { HeaderContext($0, in: scope, printer) }
    }

    func child(named name: String) -> (any TemplateValue)? {
        switch name {
        case "doc": doc
        case "name": self.name
        case "headers": headers
        default: nil
        }
    }
}
