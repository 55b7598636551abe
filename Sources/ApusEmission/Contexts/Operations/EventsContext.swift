import ApusModel

/// The events of the server: a name for the payload of each webhook and callback.
struct EventsContext: TemplateContext {
    static let template = "events"
    static let usesRuntime = false
    static let tags =
        ["events", "webhooks"] + EventContext.tags.map { "events." + $0 }
        + WebhooksContext.tags.map { "webhooks." + $0 }

    struct EventContext: TemplateValue {
        static let tags = ["doc", "name", "type"]

        var doc: [String]
        var name: String
        var type: String

        func child(named name: String) -> (any TemplateValue)? {
            switch name {
            case "doc": doc
            case "name": self.name
            case "type": type
            default: nil
            }
        }
    }

    /// The enum over all webhooks.
    struct WebhooksContext: TemplateValue {
        static let tags = ["typeName", "nameLocation", "whole", "arms", "unknown", "unknownValue"]

        var typeName: String
        /// `case "pet.created": .petCreated(payload.read())`
        var arms: [String]
        /// `.member("/type")`; empty where the document does not declare the location of the name.
        var nameLocation: [String]
        /// One element where a payload without a name may be XML, or of several events; empty where the protocol's
        /// default suffices.
        var whole: [String]
        var unknown: String
        /// `payload.read()`
        var unknownValue: String

        func child(named name: String) -> (any TemplateValue)? {
            switch name {
            case "typeName": typeName
            case "nameLocation": nameLocation
            case "arms": arms
            case "whole": whole
            case "unknown": unknown
            case "unknownValue": unknownValue
            default: nil
            }
        }
    }

    private let events: [EventContext]
    private let webhooks: [WebhooksContext]

    init(_ events: [EventDecl], _ part: FilePart, _ printer: Printer) {
        webhooks = part.hasExtensions ? Self.webhooks(printer) : []
        self.events = (part.hasDeclarations ? events : []).compactMap { event in
            guard let payload = event.payload else { return nil }
            return EventContext(
                doc: DocText.lines(event.doc, source: DocText.code(event.key), depth: printer.top.depth),
                name: event.name, type: PayloadExpression(payload, in: printer.top, printer).type)
        }
    }

    private static func webhooks(_ printer: Printer) -> [WebhooksContext] {
        guard let decl = printer.model.webhooks, case .union(let union)? = printer.types[decl.type] else { return [] }
        printer.usesRuntime = true
        var seen: Set<String> = []
        let arms = decl.cases.filter { seen.insert($0.key).inserted }.compactMap { one in
            union.cases.find(one.unionCase).map { arm(one, $0.name, printer) }
        }
        let typeName = printer.type(.named(decl.type), in: .outside)
        return [
            WebhooksContext(
                typeName: typeName,
                arms: arms, nameLocation: decl.nameLocation.map { [words($0)] } ?? [],
                whole: whole(decl, union, typeName),
                unknown: union.unknownName,
                unknownValue: decl.isXML ? "payload.jsonOrXML(.element(\"event\"), .any)" : "payload.read()")
        ]
    }

    private static func words(_ location: WebhooksDecl.NameLocation) -> String {
        location.header.map { ".header(" + SwiftSource.literal($0) + ")" }
            ?? ".member(" + SwiftSource.literal(location.member ?? "") + ")"
    }

    /// Events with equal requirements are distinguished by name, and those with one form are unknown without it.
    private static func whole(_ decl: WebhooksDecl, _ union: UnionDecl, _ typeName: String) -> [String] {
        let read = decl.isXML ? "payload.jsonOrXML(.none, .model(\(typeName).self))" : "payload.read()"
        guard !decl.alike.isEmpty else { return decl.isXML ? [read] : [] }
        let layout = Layout(offset: 0)
        var lines: [String] = []
        for group in decl.alike {
            let names = group.cases.map { SwiftSource.literal(decl.cases[$0].name) }
            let location = group.pointer.map { ", at: " + SwiftSource.literal($0) } ?? ""
            lines.append(layout.array("if let name = payload.name(among: ", names, depth: 2) + location + ") {")
            lines += ["    return read(&payload, named: name)", "}"]
        }
        let equal = decl.alike.flatMap(\.equal)
        guard !equal.isEmpty else { return [(lines + ["return " + read]).joined(separator: "\n" + Layout.indent(2))] }
        let cases = equal.map { "." + union.cases[decl.cases[$0].unionCase].name }
        let result = "return read(&payload, named: \"\")"
        let line = "case " + cases.joined(separator: ", ") + ": " + result
        let label = "case " + cases.joined(separator: ",\n" + Layout.indent(3)) + ":\n" + Layout.indent(3) + result
        lines += ["let event: \(typeName) = \(read)", "switch event {", layout.fits(line, depth: 2) ? line : label]
        lines += ["default: return event", "}"]
        return [lines.joined(separator: "\n" + Layout.indent(2))]
    }

    /// On one line, if it fits.
    private static func arm(_ one: WebhooksDecl.Case, _ name: String, _ printer: Printer) -> String {
        let layout = Layout(offset: 0)
        let labels = one.name == one.key ? [one.key] : [one.key, one.name]
        let label = "case " + labels.map(SwiftSource.literal).joined(separator: ", ") + ":"
        let (head, arguments) =
            one.payload.map { PayloadExpression($0, in: .outside, printer).eventCall } ?? ("payload.read", [])
        let line = label + " ." + name + "(" + head + "(" + arguments.joined(separator: ", ") + "))"
        if layout.fits(line, depth: 2) { return line }
        let value = layout.call(head, arguments, reserve: 1, depth: 4)
        return label + "\n" + Layout.indent(3) + layout.call("." + name, [value], depth: 3)
    }

    func child(named name: String) -> (any TemplateValue)? {
        switch name {
        case "events": events
        case "webhooks": webhooks
        default: nil
        }
    }
}
