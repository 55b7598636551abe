public import ApusModel

/// Prints a model. This is the last stage of the generator, and the only one that knows how generated code looks.
public enum Emission {
    /// The files that ``APIModel/files`` plans, in its order.
    ///
    /// - Throws: ``EmissionError`` for user templates; never for Apus's own.
    public static func emit(_ model: APIModel, options: EmissionOptions) throws(EmissionError) -> [GeneratedFile] {
        let printer = try Printer(model, options, contexts: ContextList.all)
        return model.files.filter { options.parts.contains(part(of: $0.content)) }.map { plan in
            GeneratedFile(path: plan.path, contents: contents(of: plan.content, printer))
        }
    }

    /// Webhooks are with the models: they are enums and aliases of these.
    private static func part(of content: FilePlan.Content) -> EmissionOptions.Part {
        switch content {
        case .types, .events: .models
        case .client, .servers, .credentials, .readme, .landing, .operations, .failures, .headers, .shims: .client
        }
    }

    static func contents(of content: FilePlan.Content, _ printer: Printer) -> String {
        printer.forgetImports()
        let model = printer.model
        switch content {
        case .client:
            return file(
                [printer.render(ClientContext(printer))] + namespaces(printer) + strayHeaders(printer)
                    + strayEvents(printer), printer,
                reexportsRuntime: true)
        case .servers: return file([printer.render(ServersContext(model.servers, printer))], printer)
        case .credentials: return file([printer.render(CredentialsContext(model.credentials, printer))], printer)
        case .readme: return printer.render(ReadmeContext(printer)) + "\n"
        case .landing: return printer.render(LandingContext(printer)) + "\n"
        case .operations(let ids):
            if ids.isEmpty { return file([], printer) }
            return file(
                [printer.render(OperationsContext(ids.compactMap { model.operations.find($0) }, printer))], printer)
        case .failures(let ids):
            return file(
                ids.compactMap { model.failures.find($0) }.filter { !$0.isNested }.map {
                    printer.render(ResponseEnumContext(failure: $0, in: .file, printer))
                }, printer)
        case .headers(let ids):
            return file(headers(ids, printer), printer)
        case .types(let ids):
            return file(
                ids.compactMap { model.types.find($0) }.map { printer.declaration($0, in: .file) }, printer)
        case .events(let ids):
            return file(events(ids, printer), printer)
        case .shims:
            return file([printer.render(ShimsContext(model.shims, printer))], printer)
        }
    }

    private static func events(_ ids: [DeclID<EventDecl>], _ printer: Printer) -> [String] {
        let text = printer.render(EventsContext(ids.compactMap { printer.model.events.find($0) }, printer))
        return text.isEmpty ? [] : [text]
    }

    private static func namespaces(_ printer: Printer) -> [String] {
        printer.model.namespaces.isEmpty ? [] : [printer.render(NamespacesContext(printer))]
    }

    private static func headers(_ ids: [DeclID<HeadersDecl>], _ printer: Printer) -> [String] {
        ids.compactMap { printer.model.headers.find($0) }.filter { !$0.isNested }.map {
            printer.render(HeadersContext($0, in: .file, printer))
        }
    }

    /// Events and headers are printed beside the client where the plan has no file for them.
    private static func strayEvents(_ printer: Printer) -> [String] {
        let model = printer.model
        let isPlanned = model.files.contains { if case .events = $0.content { true } else { false } }
        return isPlanned ? [] : events(model.events.ids, printer)
    }

    private static func strayHeaders(_ printer: Printer) -> [String] {
        let model = printer.model
        let isPlanned = model.files.contains { if case .headers = $0.content { true } else { false } }
        return isPlanned ? [] : headers(model.headers.ids, printer)
    }

    private static func file(_ blocks: [String], _ printer: Printer, reexportsRuntime: Bool = false) -> String {
        printer.render(FileContext(blocks, reexportsRuntime: reexportsRuntime, printer)) + "\n"
    }
}
