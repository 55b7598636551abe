import ApusModel

/// A parameter of the client's initializer that calls use where they give no value.
struct ClientParameterContext: TemplateValue {
    static let tags = ["doc", "withDoc", "name", "type", "literal", "client"]

    /// The item in the initializer's list of parameters.
    private let doc: [String]
    /// The comment of the parameter of `with`.
    private let withDoc: [String]
    private let name: String
    /// An optional.
    private let type: String
    private let literal: String
    private let client: String

    init(_ decl: ClientParameterDecl, _ printer: Printer) {
        let scope = printer.top.inside(printer.model.client.name)
        let words = DocText.paragraphs(decl.doc, more: ["nil: each call has to give it."])
        doc = DocText.item(decl.name + ": ", words, indentation: 2, depth: scope.depth)
        withDoc = DocText.item("Parameter \(decl.name): ", words, depth: scope.depth)
        name = decl.name
        type = printer.optional(decl.type, in: scope)
        literal = SwiftSource.literal(decl.name)
        client = printer.model.client.name
    }

    /// The argument of the core with the values of all parameters, after a comma and a line break; nothing where there are none.
    static func arguments(_ parameters: [ClientParameterDecl], _ printer: Printer) -> String {
        if parameters.isEmpty { return "" }
        let calls = parameters.map { ".with(" + SwiftSource.literal($0.name) + ", " + $0.name + ")" }
        return ",\n" + Layout.indent(3) + "parameters: " + printer.vocabulary["ClientParameters"] + ".none"
            + calls.joined()
    }

    func child(named name: String) -> (any TemplateValue)? {
        switch name {
        case "doc": doc
        case "withDoc": withDoc
        case "name": self.name
        case "type": type
        case "literal": literal
        case "client": client
        default: nil
        }
    }
}
