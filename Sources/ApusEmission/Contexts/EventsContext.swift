import ApusModel
import Mustache

/// What the server sends on its own: a name for the payload of each webhook and callback.
struct EventsContext: TemplateContext {
    static let template = "events"
    static let usesRuntime = false
    static let tags = ["events"] + EventContext.tags.map { "events." + $0 }

    struct EventContext: MustacheParent {
        static let tags = ["doc", "name", "type"]

        var doc: [String]
        var name: String
        var type: String

        func child(named name: String) -> Any? {
            switch name {
            case "doc": doc
            case "name": self.name
            case "type": type
            default: nil
            }
        }
    }

    private let events: [EventContext]

    init(_ events: [EventDecl], _ printer: Printer) {
        self.events = events.compactMap { event in
            guard let payload = event.payload else { return nil }
            return EventContext(
                doc: DocText.lines(event.doc, place: DocText.code(event.key), depth: 0), name: event.name,
                type: PayloadWords(payload, in: .file, printer).type)
        }
    }

    func child(named name: String) -> Any? {
        name == "events" ? events : nil
    }
}
