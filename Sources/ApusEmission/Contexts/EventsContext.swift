import ApusModel

/// What the server sends on its own: a name for the payload of each webhook and callback.
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
        static let tags = ["typeName", "whole", "arms", "unknown", "unknownValue"]

        var typeName: String
        /// `case "pet.created": .petCreated(payload.read())`
        var arms: [String]
        /// One where a payload without a name may be XML; none elsewhere, where the protocol has it.
        var whole: [String]
        var unknown: String
        /// `payload.read()`
        var unknownValue: String

        func child(named name: String) -> (any TemplateValue)? {
            switch name {
            case "typeName": typeName
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

    init(_ events: [EventDecl], _ printer: Printer) {
        webhooks = Self.webhooks(printer)
        self.events = events.compactMap { event in
            guard let payload = event.payload else { return nil }
            return EventContext(
                doc: DocText.lines(event.doc, place: DocText.code(event.key), depth: 0), name: event.name,
                type: PayloadWords(payload, in: .file, printer).type)
        }
    }

    private static func webhooks(_ printer: Printer) -> [WebhooksContext] {
        guard let decl = printer.model.webhooks, case .union(let union)? = printer.types[decl.type] else { return [] }
        printer.usesRuntime = true
        var seen: Set<String> = []
        let arms = decl.cases.filter { union.cases.indices.contains($0.place) && seen.insert($0.key).inserted }.map {
            arm($0, union.cases[$0.place].name, printer)
        }
        let typeName = printer.type(.named(decl.type), in: .file)
        return [
            WebhooksContext(
                typeName: typeName, arms: arms,
                whole: decl.isXML ? ["payload.jsonOrXML(.none, .model(\(typeName).self))"] : [],
                unknown: union.unknownName,
                unknownValue: decl.isXML ? "payload.jsonOrXML(.element(\"event\"), .any)" : "payload.read()")
        ]
    }

    /// On one line where it fits.
    private static func arm(_ one: WebhooksDecl.Case, _ name: String, _ printer: Printer) -> String {
        let layout = Layout(offset: 0)
        let label = "case " + SwiftText.literal(one.key) + ":"
        let (head, arguments) =
            one.payload.map { PayloadWords($0, in: .file, printer).eventCall } ?? ("payload.read", [])
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
