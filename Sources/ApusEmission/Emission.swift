public import ApusModel

/// Prints a model. This is the last stage of the generator, and the only one that knows how generated code looks.
public enum Emission {
    /// The files that ``APIModel/files`` plans, in its order.
    ///
    /// - Throws: ``EmissionError`` for user templates; never for Apus's own.
    public static func emit(_ model: APIModel, options: EmissionOptions) throws(EmissionError) -> [GeneratedFile] {
        let printer = try Printer(model, options, contexts: ContextList.all)
        // DocC has no page for an enum of another module.
        let hasPage = model.namespace == nil || options.models == nil
        let plans = model.files.filter { plan in
            options.parts.contains(part(of: plan.content)) && (plan.content != .landing || hasPage)
        }
        let files = plans.map { plan in
            GeneratedFile(path: plan.path, contents: contents(of: plan.content, printer))
        }
        guard options.parts.contains(.examples) else { return files }
        return files + model.files.compactMap { examples(of: $0, printer) }
    }

    /// Webhooks are with the models: they are enums and aliases of these. The models' module has the namespace.
    static func part(of content: FilePlan.Content) -> EmissionOptions.Part {
        switch content {
        case .types, .events, .namespace: .models
        case .client, .servers, .credentials, .readme, .landing, .operations, .failures, .headers, .shims: .client
        }
    }

    static func contents(of content: FilePlan.Content, _ printer: Printer) -> String {
        printer.forgetImports()
        let model = printer.model
        switch content {
        case .readme: return printer.render(ReadmeContext(printer)) + "\n"
        case .landing: return printer.render(LandingContext(printer)) + "\n"
        case .client:
            return file(printer, outside: strayNamespace(printer), reexportsRuntime: true) { part in
                (part.hasDeclarations ? [printer.render(ClientContext(printer))] : []) + namespaces(part, printer)
                    + (part.hasDeclarations ? strayHeaders(printer) : []) + strayEvents(part, printer)
            }
        case .namespace: return file(printer, outside: namespace(printer)) { _ in [] }
        case .operations(let ids):
            let operations = ids.compactMap { model.operations.find($0) }
            return file(printer) { part in
                operations.isEmpty ? [] : [printer.render(OperationsContext(operations, part, printer))]
            }
        case .events(let ids): return file(printer) { part in events(ids, part, printer) }
        case .shims:
            return file(printer) { part in
                let text = printer.render(ShimsContext(model.shims, part, printer))
                return text.isEmpty ? [] : [text]
            }
        case .servers, .credentials, .failures, .headers, .types:
            return file(printer) { part in part.hasDeclarations ? declarations(of: content, printer) : [] }
        }
    }

    /// The declarations of a file that has nothing else.
    private static func declarations(of content: FilePlan.Content, _ printer: Printer) -> [String] {
        let model = printer.model
        return switch content {
        case .servers: [printer.render(ServersContext(model.servers, printer))]
        case .credentials: [printer.render(CredentialsContext(model.credentials, printer))]
        case .failures(let ids):
            ids.compactMap { model.failures.find($0) }.filter { !$0.isNested }.map {
                printer.render(ResponseEnumContext(failure: $0, in: printer.top, printer))
            }
        case .headers(let ids): headers(ids, printer)
        case .types(let ids):
            ids.compactMap { model.types.find($0) }.map { printer.declaration($0, in: printer.top) }
        case .client, .namespace, .readme, .landing, .operations, .events, .shims: []
        }
    }

    private static func events(_ ids: [DeclID<EventDecl>], _ part: FilePart, _ printer: Printer) -> [String] {
        let text = printer.render(EventsContext(ids.compactMap { printer.model.events.find($0) }, part, printer))
        return text.isEmpty ? [] : [text]
    }

    private static func namespaces(_ part: FilePart, _ printer: Printer) -> [String] {
        printer.model.namespaces.isEmpty ? [] : [printer.render(NamespacesContext(part, printer))]
    }

    private static func headers(_ ids: [DeclID<HeadersDecl>], _ printer: Printer) -> [String] {
        ids.compactMap { printer.model.headers.find($0) }.filter { !$0.isNested }.map {
            printer.render(HeadersContext($0, in: printer.top, printer))
        }
    }

    private static func namespace(_ printer: Printer) -> [String] {
        printer.model.namespace.map { [printer.render(NamespaceContext($0, printer))] } ?? []
    }

    /// The namespace, events and headers are printed beside the client where the plan has no file for them.
    private static func strayNamespace(_ printer: Printer) -> [String] {
        let isPlanned = printer.model.files.contains { $0.content == .namespace }
        return isPlanned ? [] : namespace(printer)
    }

    private static func strayEvents(_ part: FilePart, _ printer: Printer) -> [String] {
        let model = printer.model
        let isPlanned = model.files.contains { if case .events = $0.content { true } else { false } }
        return isPlanned ? [] : events(model.events.ids, part, printer)
    }

    private static func strayHeaders(_ printer: Printer) -> [String] {
        let model = printer.model
        let isPlanned = model.files.contains { if case .headers = $0.content { true } else { false } }
        return isPlanned ? [] : headers(model.headers.ids, printer)
    }

    /// - Parameters:
    ///   - outside: Blocks before all others, outside of the namespace.
    ///   - blocks: The blocks of one part of the file.
    private static func file(
        _ printer: Printer, outside: [String] = [], reexportsRuntime: Bool = false, _ blocks: (FilePart) -> [String]
    ) -> String {
        var all = outside
        if let namespace = printer.model.namespace {
            let members = blocks(.declarations)
            if !members.isEmpty {
                all.append(printer.render(NamespaceContext(namespace, members: members, printer)))
            }
            all += blocks(.extensions)
        } else {
            all += blocks(.whole)
        }
        return printer.render(FileContext(all, reexportsRuntime: reexportsRuntime, printer)) + "\n"
    }
}
