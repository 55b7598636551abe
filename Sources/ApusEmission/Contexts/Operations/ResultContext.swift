import ApusModel

/// The part of a builder's success that the client's method returns.
struct ResultContext: TemplateValue {
    static let tags = ["pointer", "type", "value"]

    private let pointer: String
    private let type: String
    private let value: String

    init(_ result: ResultDecl, in scope: Scope, _ printer: Printer) {
        pointer = SwiftSource.literal(result.pointer)
        type = printer.type(result.type, in: scope)
        value = AccessExpression.text(result.steps, of: "success")
    }

    func child(named name: String) -> (any TemplateValue)? {
        switch name {
        case "pointer": pointer
        case "type": type
        case "value": value
        default: nil
        }
    }
}
