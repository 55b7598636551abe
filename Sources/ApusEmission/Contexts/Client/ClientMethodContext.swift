import ApusModel

/// The client's method for one builder.
struct ClientMethodContext: TemplateContext {
    static let template = "client_method"
    static let tags = ["doc", "availability", "head", "call"]

    private let doc: [String]
    private let availability: [String]
    private let head: String
    private let call: String

    init(_ parts: OperationParts, _ printer: Printer) {
        let operation = parts.operation
        // Types are resolved from the client's extension here, not from inside the builder.
        let outer = OperationParts.outerTypes(operation, printer)
        let layout = Layout(offset: 1)
        availability = printer.availability(operation.deprecation)
        let options = parts.offered.contains { SwiftSource.bare($0.name) == "options" } ? "callOptions" : "options"
        doc = MethodDoc.lines(parts, options: options, printer)
        let parameters =
            parts.offered.map { $0.parameter(type: outer[$0.name] ?? $0.context.type) }
            + [options + ": " + printer.vocabulary["CallOptions"] + " = .standard"]
        let success = parts.returned(printer).map { " -> " + $0 } ?? ""
        head = layout.declaration(
            printer.access + "func " + operation.methodName, parameters,
            " async throws(" + printer.vocabulary["APIError"] + "<" + printer.name(of: parts.failure, in: .outside)
                + ">)" + success + " {",
            depth: 0)
        call = Self.call(parts, options: options, layout, printer)
    }

    private static func call(_ parts: OperationParts, options: String, _ layout: Layout, _ printer: Printer) -> String {
        let verb = parts.operation.result == nil ? "send" : "result"
        let send = (parts.offered.contains { SwiftSource.bare($0.name) == verb } ? "self." : "") + verb
        let label = parts.operation.result == nil ? "" : "of: "
        let builder = printer.name(of: parts.operation.typeName, in: .outside)
        let arguments = parts.offered.map(\.argument)
        let line =
            "try await \(send)(\(label)\(builder)(" + arguments.joined(separator: ", ") + "), options: \(options))"
        if layout.fits(line, depth: 1) { return line }
        return layout.call(
            "try await " + send,
            [layout.call(label + builder, arguments, reserve: 1, depth: 2), "options: " + options],
            depth: 1)
    }

    func child(named name: String) -> (any TemplateValue)? {
        switch name {
        case "doc": doc
        case "availability": availability
        case "head": head
        case "call": call
        default: nil
        }
    }
}
