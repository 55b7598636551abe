import ApusModel

/// A builder's pagination.
struct PagingContext: TemplateValue {
    static let tags = ["rule", "item", "items"]

    private let rule: String
    private let item: String
    private let items: String

    init(_ paging: PagingDecl, in scope: Scope, _ printer: Printer) {
        var arguments = ["." + Self.style(paging)]
        let pointers = [("total", paging.total), ("pages", paging.pages), ("more", paging.more)]
        arguments += pointers.compactMap { name, pointer in pointer.map { name + ": " + SwiftSource.literal($0) } }
        rule = printer.layout.call(printer.vocabulary["PagingRule"], arguments, depth: 2)
        item = printer.type(paging.item, in: scope)
        items = AccessExpression.text(paging.steps, of: "page") + (paging.isOptional ? " ?? []" : "")
    }

    /// `pageNumber(.query("page"), first: 0)`
    private static func style(_ paging: PagingDecl) -> String {
        var arguments: [String] = []
        switch paging.parameter {
        case .query(let name): arguments.append(".query(" + SwiftSource.literal(name) + ")")
        case .body(let pointer): arguments.append(".body(" + SwiftSource.literal(pointer) + ")")
        case nil: break
        }
        if paging.style == .pageNumber, paging.first != 1 { arguments.append("first: \(paging.first)") }
        if paging.style == .lastItem { arguments.append("items: " + SwiftSource.literal(paging.items)) }
        if let cursor = paging.cursor, [.cursor, .lastItem, .nextURL].contains(paging.style) {
            arguments.append("at: " + SwiftSource.literal(cursor))
        }
        if arguments.isEmpty { return paging.style.rawValue }
        return paging.style.rawValue + "(" + arguments.joined(separator: ", ") + ")"
    }

    func child(named name: String) -> (any TemplateValue)? {
        switch name {
        case "rule": rule
        case "item": item
        case "items": items
        default: nil
        }
    }
}
