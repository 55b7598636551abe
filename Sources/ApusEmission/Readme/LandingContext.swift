import ApusModel

/// The first page of a module in DocC: every public declaration under the topic where a reader looks for it.
struct LandingContext: TemplateContext {
    static let template = "landing"
    static let usesRuntime = false
    static let tags = ["module", "summary", "client", "topics"] + TopicContext.tags.map { "topics." + $0 }

    /// A heading with links.
    struct TopicContext: TemplateValue {
        static let tags = ["title", "symbols"]

        var title: String
        /// Paths of symbols: `FetchPet`, `FetchPet/Failure`.
        var symbols: [String]

        func child(named name: String) -> (any TemplateValue)? {
            switch name {
            case "title": title
            case "symbols": symbols
            default: nil
            }
        }
    }

    /// The symbol that the page is about: the module, or the namespace in it.
    private let module: String
    private let summary: String
    private let client: String
    private let topics: [TopicContext]

    init(_ printer: Printer) {
        let model = printer.model
        module = model.namespace.map { $0 == printer.module ? $0 + "/" + $0 : $0 } ?? model.module
        summary = MarkdownText.line(model.source.doc.summary ?? model.source.title)
        client = model.client.name
        let own = [model.client.name, model.servers.typeName, model.credentials.typeName]
        let all =
            [TopicContext(title: "Client", symbols: own + model.namespaces.map(\.typeName))] + Self.groups(printer)
            + [
                TopicContext(title: "Models", symbols: model.types.map(\.header.name)),
                TopicContext(title: "Events", symbols: model.events.filter { $0.payload != nil }.map(\.name)),
                TopicContext(title: "Failures", symbols: model.failures.filter { !$0.isNested }.map(\.name)),
                TopicContext(title: "Headers of responses", symbols: model.headers.filter { !$0.isNested }.map(\.name)),
            ]
        topics = all.filter { !$0.symbols.isEmpty }.map { topic in
            TopicContext(title: topic.title, symbols: topic.symbols.map(Self.path))
        }
    }

    /// The builders of each group; the comment of each names its method.
    private static func groups(_ printer: Printer) -> [TopicContext] {
        var order: [String] = []
        var symbols: [String: [String]] = [:]
        for operation in printer.model.operations {
            if symbols[operation.group] == nil { order.append(operation.group) }
            symbols[operation.group, default: []].append(operation.typeName)
        }
        return order.map { TopicContext(title: MarkdownText.line($0), symbols: symbols[$0] ?? []) }
    }

    /// `Owner.Failure` → `Owner/Failure`
    private static func path(_ name: String) -> String {
        name.replacing("`", with: "").replacing(".", with: "/")
    }

    func child(named name: String) -> (any TemplateValue)? {
        switch name {
        case "module": module
        case "summary": summary
        case "client": client
        case "topics": topics
        default: nil
        }
    }
}
